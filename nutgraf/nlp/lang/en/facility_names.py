"""Names of buildings and works in English, casefolded: head words, first words, and whole names."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import phrase_set, word_set

FACILITIES: Final = word_set(
    """
    airport stadium bridge tower station hospital dam palace cathedral mosque temple museum prison jail
    highway tunnel harbour harbor port pier arena castle monument mall square theatre theater clinic
    plaza hotel resort motorway expressway terminal shrine synagogue abbey racecourse crossing barracks
    airfield heliport aerodrome airbase lighthouse cemetery courthouse coliseum colosseum velodrome causeway
    viaduct footbridge flyover penitentiary speedway racetrack ballpark reservoir basilica chapel monastery
    aqueduct planetarium mausoleum pagoda amphitheatre amphitheater shipyard refinery
    """
)
"""Last words of a building's or a work's name."""

FACILITY_HEADS: Final = word_set(
    """
    airports bridges building buildings hall house centre center complex garden gardens zoo aquarium library
    restaurant café cafe pub bar nightclub salon shop store supermarket market bazaar factory plant
    mine quarry
    depot camp skyscraper mansion villa estate graveyard church convent stupa course track circuit raceway
    rink pool underpass overpass roundabout interchange wharf dock docks quay marina jetty embankment fort
    fortress citadel gate gates tomb pyramid pyramids mill windmill observatory auditorium ground
    grounds oval
    dome bowl field spire statue memorial fountain metro freeway turnpike runway checkpoint lock locks
    """
)
"""Last words that organisations' and regions' names have as well."""

FACILITY_OPENINGS: Final = word_set(
    """
    gare estadio estádio stade stadio aeropuerto palacio palazzo château puente museo musée interstate
    """
)
"""First words of a facility's name, of other languages too."""

FACILITY_PHRASES: Final = (
    "port of ",
    "bridge of ",
    "tower of ",
    "palace of ",
    "terminal ",
    "gate ",
    "pier ",
    "runway ",
    "highway ",
    "route ",
)
"""First words of a facility's name that need what follows."""

KNOWN_FACILITIES: Final = phrase_set(
    """
    Heathrow|Gatwick|Stansted|Luton Airport|Schiphol|Changi|LaGuardia|O'Hare|JFK|LAX|Dulles|Orly
    Charles de Gaulle|Barajas|Fiumicino|Malpensa|Domodedovo|Sheremetyevo|Vnukovo|Narita|Haneda
    Incheon|Ben Gurion
    Wembley|Old Trafford|Anfield|Stamford Bridge|Goodison Park|Villa Park|Elland Road
    St James' Park|Celtic Park
    Ibrox|Hampden Park|Murrayfield|Twickenham|Croke Park|Camp Nou|San Siro|Bernabeu
    Santiago Bernabéu|Maracanã
    Maracana|La Bombonera|Luzhniki|Eden Park|Eden Gardens|Headingley|Edgbaston|Old Trafford Cricket Ground
    Fenway Park|Wrigley Field|Dodger Stadium|Lambeau Field|Soldier Field|Madison Square Garden|Roland Garros
    Flushing Meadows|Silverstone|Churchill Downs|Aintree|Old Bailey|Guantánamo|Guantanamo|Guantanamo Bay
    Alcatraz|San Quentin|Rikers Island|Robben Island prison|Belmarsh|Wormwood Scrubs|Evin|Abu Ghraib
    Louvre|Prado|Uffizi|Hermitage|Rijksmuseum|Tate Modern|Tate Britain|Guggenheim|Centre Pompidou
    Taj Mahal|Acropolis|Parthenon|Colosseum|Stonehenge|Machu Picchu|Angkor Wat|Alhambra|Sagrada Familia
    Sagrada Família|Notre-Dame|Notre Dame Cathedral|Sistine Chapel|St Peter's Basilica|Hagia Sophia|Al-Aqsa
    Big Ben|Shard|Gherkin|Burj Khalifa|World Trade Center|Twin Towers|Ground Zero|Grand Central|King's Cross
    St Pancras|Euston|Gare du Nord|Golden Gate Bridge|Berlin Wall|Brandenburg Gate|Arc de Triomphe
    Mount Rushmore
    Buckingham Palace|Downing Street|10 Downing Street|Number 10 Downing Street|Windsor Castle|Balmoral
    Sandringham|Mar-a-Lago|Trump Tower|Camp David|Chequers|Zaporizhzhia nuclear plant|Chernobyl plant
    Suez Canal|Panama Canal|Channel Tunnel|Nord Stream|Fort Knox|Fort Bragg|Bagram|Ramstein
    """
)
"""Names of buildings and works that news gives without a head word, or with one of another sense."""
