// A receiver of Nutgraf's webhooks in Node. Run it with the secret that creating the webhook showed:
//
//     npm ci
//     WEBHOOK_SECRET=whsec_… PORT=8002 npm start

import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);
const seen = new Set(); // in earnest: a table with a unique key, so that it outlives the process
const MOST_BYTES = 4 * 1024 * 1024;

createServer(async (request, response) => {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BYTES) return response.writeHead(413).end();
    chunks.push(chunk);
  }
  let event;
  try {
    // The raw body: parsing and writing it again would change the bytes that were signed.
    event = webhook.verify(Buffer.concat(chunks).toString("utf8"), request.headers);
  } catch {
    return response.writeHead(400).end();
  }
  const id = request.headers["webhook-id"];
  if (!seen.has(id)) { // the same delivery may come twice
    seen.add(id);
    console.log(event.type, event.data.id);
  }
  response.writeHead(204).end();
}).listen(Number(process.env.PORT ?? 8002), "127.0.0.1");
