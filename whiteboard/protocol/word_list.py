"""512 words, easily read aloud and told apart; one stands for nine bits. Part of the protocol: never change them."""

from __future__ import annotations

_TEXT = """
acorn actor album alley amber anchor angel ankle apple apron arrow aspen atlas attic autumn axle bacon badge badger
bagel baker bamboo banana banjo barn barrel basil basin basket beach beaver beetle bell berry bike birch biscuit bison
blanket blossom blue boat bonnet book boot bottle bowl branch brass bread brick bridge broom brush bucket buffalo
bugle bundle button cabin cable cactus camel camera candle canoe canvas canyon captain caravan cargo carpet carrot
castle cave cedar cello chair chalk cheese cherry chess chick chimney cinema circle circus citrus clay cliff clock
cloud clover coach coast cobra coffee comet compass copper coral cotton crane crater cricket crown crystal cube cup
curtain cushion daisy dance desert dinner dolphin domino donkey door dove dragon drawer dream drum duck eagle earth
east echo elbow elephant elm emerald engine fabric falcon farm feather fence ferry fiddle field fig finger fire fish
flag flame flask flute forest fork fossil fountain fox friday frog fruit galaxy garage garden garlic gate gecko giant
ginger giraffe glacier glass globe glove goat gold goose grape grass gravel green guitar gull hammer hammock hamster
harbor harp hat hawk hazel hedge hedgehog helmet heron hill hippo honey hoop horizon horse hotel hut ice igloo inch
ink iron island ivory ivy jacket jaguar jam january jar jasmine jelly jewel jigsaw jungle juniper kangaroo kayak
kettle key king kitchen kite kitten kiwi knee koala ladder lake lamp lantern larch lark laser lava lawn leaf lemon
leopard letter lettuce library lily lime lion lizard llama lobster lotus lunch lynx magnet magpie mango map maple
marble march marigold market mask meadow melody melon mermaid meteor milk mill mint mirror mole monday monkey moon
moose mosaic moss moth motor mountain mouse muffin museum mushroom music napkin nectar needle nest night noodle north
nutmeg oak oasis oatmeal ocean october octopus olive onion opal opera orange orbit orchid organ ostrich otter oven owl
oyster paddle palace palm pancake panda panther paper parade parrot pasta path peach peacock peanut pear pebble
pelican pencil penguin pepper piano pickle picnic pie pigeon pilot pine pink pirate pizza planet plate plum pocket
poem pony poppy potato prince pudding puffin pumpkin puppet purple puzzle pyramid quail quartz queen quilt rabbit
raccoon radio radish raft rain raisin ranch raven red reef ribbon rice river robin robot rocket roof rope rose rubber
ruby rug sail salad salmon salt sand sandal saturn saucer sausage scarf school scissors scooter seal season seed
shadow shark sheep shell shirt shoe shovel silk silver siren skate sky sled slipper snail snow soap sofa soup south
spark sparrow spice spider spinach spiral spoon spring squid squirrel stable stamp star station statue steam stone
stork storm straw stream sugar summer sun swan sweater swing table tailor tango tea teapot tent theater thimble
thistle thunder ticket tiger toast tomato tortoise towel tower tractor train tree trumpet tulip tunnel turkey turtle
umbrella uncle unicorn valley vanilla velvet vessel village vine violet violin volcano waffle wagon walnut walrus
water wave weasel west whale wheat wheel whistle willow window winter wizard wolf wood wool yacht yellow yogurt zebra
zipper
"""

WORDS = tuple(_TEXT.split())
