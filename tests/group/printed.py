"""Stories as desks print them: each a text of eight sentences, and what becomes of such a text on its way."""

STORIES = {
    "pier": (
        "The council of Port Selby voted on Tuesday to rebuild the east pier, which a storm broke in two last winter.",
        "Eleven members were in favour and six against after a debate of four hours that ended close to midnight.",
        "The work is to cost 14 million crowns, of which the ministry of transport in Kessel pays half.",
        "Fishermen had asked for a shorter pier with a deeper berth, and several left the hall before the vote.",
        "Divers will begin to clear the broken piles in August, when the water is low and the ferries run less often.",
        "An earlier plan to organise a public vote was dropped because the insurer wanted an answer before the summer.",
        "Engineers found last month that two thirds of the old foundations can be used again if they are sealed.",
        "The harbour master expects the first cruise ships to moor at the new pier in the spring of 2028.",
    ),
    "strike": (
        "Bus drivers in Lindow stopped work for a third day on Thursday in a dispute over night shifts.",
        "About 340 of the city's 410 buses stayed in their depots, the transport authority said.",
        "The union wants every shift after ten at night to count as an hour and a half of pay for each hour worked.",
        "The authority has offered a bonus of 90 crowns a month, which the union called an insult to its members.",
        "Commuters shared taxis or walked along the river, and the ferries put on two extra boats each morning.",
        "Both sides are to meet on Friday in the presence of Ruth Tollard, a judge who settled the tram strike.",
        "Hospitals hired minibuses to bring nurses to work, while several schools began lessons an hour late.",
        "The last strike of bus drivers in Lindow, nine years ago, lasted for sixteen days and ended in a compromise.",
    ),
    "ferry": (
        "At least twelve people died when a ferry ran onto a rock in fog off Port Selby early on Monday.",
        "The Marnet had left Harnby shortly after four with 140 passengers and a crew of eleven on board.",
        "Fishing boats reached the wreck first and took off people who were clinging to the rails of the upper deck.",
        "The coast guard brought 96 survivors ashore before noon, many of them soaked in fuel and suffering from cold.",
        "A helicopter from the naval base at Kessel searched the water until the fog came back in the afternoon.",
        "The ship was built in 1988 and had passed its last inspection in March with two minor faults.",
        "Its captain, who was among the rescued, is being questioned by the harbour police of Port Selby.",
        "It is the worst accident on the strait since a car ferry capsized off Gull Bank twenty years ago.",
    ),
    "bank": (
        "The central bank of Valdoria left its main interest rate at 4.25 percent on Wednesday, as most had expected.",
        "Prices rose by 3.1 percent in the year to April, a little less than in March but more than the bank aims for.",
        "Governor Ida Castellan pointed to wages, which are growing faster than at any time in the past eleven years.",
        "The crown lost half a percent against the currency of Estmark within an hour of the announcement.",
        "Builders and car dealers had called for a cut because fewer and fewer families are willing to borrow.",
        "Two of the seven members of the council voted for a cut of a quarter of a point, one more than in March.",
        "The bank now sees the economy growing by 1.4 percent this year, after 1.8 percent in its last forecast.",
        "Its next decision is due in the second week of July, when new figures on rents will be known.",
    ),
    "trial": (
        "A court in Kessel sentenced the former harbour director Jon Melk to four years in prison on Friday.",
        "The judges found that he had taken 2.3 million crowns from dredging firms over a period of six years.",
        "In return he had passed them the sealed offers of their competitors before contracts were awarded.",
        "Melk, who is 61, had denied everything until a bookkeeper handed his diaries to the prosecution in January.",
        "His lawyers said that they would appeal because the diaries had been copied without a warrant.",
        "Three managers of the firms received suspended sentences and have to pay fines of up to 400,000 crowns.",
        "The port has meanwhile dissolved nine contracts and is having the depth of the channel measured anew.",
        "An inquiry of parliament into the port's books goes on and is to hear former ministers in the autumn.",
    ),
    "wolf": (
        "A wolf that killed more than sixty sheep in the hills above Tarn has been shot by order of the district.",
        "Rangers had tried for five weeks to drive the animal away with dogs, lights and rubber bullets.",
        "Farmers brought what was left of their lambs to the steps of the district office earlier this month.",
        "Friends of the wolf had asked a court to stop the order, but it ruled that the damage was too great.",
        "The animal, a male of about four years, had come over the border from Estmark last autumn.",
        "Its pelt goes to the museum of nature in Lindow, where its stomach and teeth will be examined as well.",
        "Some thirty wolves live in Valdoria again after they had been wiped out more than a century ago.",
        "The government pays for fences, yet half of the money set aside for them last year was never asked for.",
    ),
    "quake": (
        "An earthquake of magnitude 6.1 destroyed much of the hill town of Vell in the early hours of Saturday.",
        "Rescuers pulled 23 people alive from the ruins of the old quarter, where streets are too narrow for cranes.",
        "The hospital was evacuated after cracks opened in its east wing, and patients lay on mattresses outside.",
        "Electricity and telephones failed in the whole valley, so that it took hours until the first trucks arrived.",
        "The army has put up four hundred tents on the football ground and is laying a bridge over the river Arle.",
        "Geologists say that the fault below Vell had been quiet for almost two hundred years.",
        "Many of the houses that fell had been built before 1970, when Valdoria passed its first rules for builders.",
        "Estmark has sent sixty firemen with dogs, although the two countries closed their embassies last year.",
    ),
    "vaccine": (
        "Health officials in Estmark will offer a new vaccine against river fever to children under ten from autumn.",
        "The decision follows a trial in four districts in which the number of cases fell by more than three quarters.",
        "Two doses are given six weeks apart, and the most common effect observed was a sore arm for a day or two.",
        "River fever makes some nine thousand people ill each year, most of them along the marshes in the south.",
        "A dose costs the state 38 marks, which is about a tenth of what the treatment of one patient costs.",
        "Paediatricians welcomed the plan but warned that practices in the south lack refrigerators for the vials.",
        "The maker, a company in Lindow, has doubled its output and wants to deliver the first batch in July.",
        "Adults who work on the water can have themselves vaccinated too, though at their own expense for now.",
    ),
    "museum": (
        "The museum of Lindow has given back a bronze bell to the village of Tarn, where soldiers took it in 1921.",
        "Some two hundred villagers walked behind the truck that carried it up the last three miles.",
        "The bell weighs almost a ton and was cast by a travelling founder whose name is scratched inside its rim.",
        "For ninety years it had stood in the stairway of the museum, where generations of children rubbed its lip.",
        "A pupil found out where it came from when she compared a photograph with an inventory for her homework.",
        "The museum's trustees needed three meetings before they agreed, since others might ask as well.",
        "A new frame of oak was built because the old tower could no longer bear the weight of the bell.",
        "It will be rung for the first time on the day of the harvest, and after that only at weddings.",
    ),
    "cable": (
        "A cable that carries most of the internet traffic between Valdoria and the islands was cut on Sunday night.",
        "Banks on the islands closed their machines on Monday, and shops took nothing but cash.",
        "The operator suspects the anchor of a freighter that had waited out the storm above the cable's route.",
        "A repair ship left Kessel on Monday evening but will need two days to reach the spot and two more to mend it.",
        "Until then doctors, the police and the airport share a satellite link that the army has lent them.",
        "It was the third time in five years that the cable broke, which is buried only where the sea is shallow.",
        "A second one on another route was promised after the last cut, but the parliament never voted the money.",
        "The freighter's owner in Estmark said that its log was at the disposal of the investigators.",
    ),
    "team": (
        "Harnby Rovers are champions of Valdoria for the first time after a 2-1 win over Kessel United on Saturday.",
        "Rosa Quint scored both goals within six minutes after the visitors had led at the break.",
        "Nearly thirty thousand people watched the match in the stadium and as many again on a screen at the harbour.",
        "The club had been in the second division only four years ago and close to ruin two years before that.",
        "Its coach Abel Thorsen, a former goalkeeper, built the side almost entirely from its own youth teams.",
        "Kessel played the last half hour with ten after a foul by their captain near the halfway line.",
        "The mayor has invited the team to the balcony of the town hall on Monday and given the schools a day off.",
        "In the autumn Rovers will meet clubs from Estmark for the first time in the cup of the two straits.",
    ),
    "park": (
        "Valdoria is to have a fourth national park, which takes in the Arle gorge and the woods above it.",
        "The parliament passed the law on Tuesday by 88 votes to 41 after nineteen years of quarrel.",
        "Felling will end within the borders of the park by 2031, and hunting will be allowed in winter only.",
        "Owners of woods are to receive 120 million crowns in all, less than half of what they had demanded.",
        "Botanists count eleven plants in the gorge that grow nowhere else, among them a saxifrage found in 2009.",
        "The villages hope for visitors, but fear that the narrow road along the river will not carry their cars.",
        "A bus is to run every half hour in summer from the station at Vell, where a house for visitors is planned.",
        "The first rangers are being trained now, most of them foresters who would have lost their work.",
    ),
}


def story(name: str, first: int = 0, last: int = 8) -> str:
    """Some sentences of a story, two a paragraph."""
    return set_in_paragraphs(STORIES[name][first:last])


def set_in_paragraphs(sentences: tuple[str, ...]) -> str:
    """Sentences, two a paragraph."""
    pairs = (sentences[at : at + 2] for at in range(0, len(sentences), 2))
    return "\n\n".join(" ".join(pair) for pair in pairs)
