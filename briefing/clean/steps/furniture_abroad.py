"""Furniture abroad: the lines of furniture.py, and appeals, in other languages.

German, French, Spanish, Italian, Portuguese, Russian and Ukrainian. Labels that may also begin a sentence of news
("Hintergrund:", "Confira:") are not among them.
"""

import re

THE = " the "
CHARACTERS_A_THE = 400
"""English has a "the" in 120 characters, lists in English in 300; no other language has the word."""


def is_english(text: str) -> bool:
    """Whether a text is in English, in which nothing here has to be looked for."""
    return text.count(THE) * CHARACTERS_A_THE > len(text)


ALONE = frozenset(
    line.strip()
    for line in """
    anzeige | werbung | teilen | drucken | merken | kommentare | kommentieren | mehr zum thema | zum thema
    lesen sie auch
    lesen sie mehr | lesen sie hier weiter | weiterlesen | mehr lesen | zur startseite | startseite | abonnieren
    jetzt abonnieren | anmelden | jetzt anmelden | registrieren | das könnte sie auch interessieren
    das könnte sie auch interessieren | auch interessant | meistgelesen | meistgelesene artikel | mehr aus dem ressort
    artikel teilen | link kopieren | link kopiert | als e-mail versenden | newsletter abonnieren | akzeptieren
    alle akzeptieren | einverstanden | vorlesen | artikel anhören | bild vergrößern | bildergalerie
    zurück zur übersicht
    publicité | partager | imprimer | commentaires | commenter | à lire aussi | lire aussi | à voir aussi | voir aussi
    lire la suite | en savoir plus | sur le même sujet | dans la même rubrique | s'abonner | abonnez-vous | se connecter
    s’abonner | je m'abonne | je m’abonne | accepter | tout accepter | écouter l'article | écouter l’article
    les plus lus
    article réservé aux abonnés | la suite après la publicité | copier le lien | envoyer par e-mail | retour à l'accueil
    publicidad | compartir | imprimir | comentarios | comentar | lea también | leer más | lee también
    te puede interesar
    te recomendamos | más información | noticias relacionadas | artículos relacionados | suscríbete | suscribirse
    iniciar sesión | regístrate | aceptar | aceptar todo | lo más leído | lo más visto | copiar enlace | ver más
    seguir leyendo
    pubblicità | condividi | stampa | commenti | commenta | leggi anche | leggi tutto | continua a leggere
    articoli correlati
    potrebbe interessarti | abbonati | accedi | registrati | accetta | accetta tutto | i più letti | approfondimenti
    vedi anche | guarda anche | ascolta l'articolo | ascolta l’articolo | riproduzione riservata
    © riproduzione riservata
    publicidade | compartilhar | compartilhe | partilhar | comentários | leia também | leia mais | saiba mais
    veja também
    continua após a publicidade | continua depois da publicidade | notícias relacionadas | assine | assine já | aceitar
    entrar | cadastre-se | mais lidas | copiar link | ouça este conteúdo | continuar lendo | matérias relacionadas
    реклама | поделиться | комментарии | комментировать | читайте также | читать также | читать далее | подробнее
    читать полностью | смотрите также | по теме | материалы по теме | подписаться | подписывайтесь | войти | регистрация
    принять | самое читаемое | популярное | новости по теме | ссылка скопирована | распечатать | все новости
    оставить комментарий
    поділитися | коментарі | коментувати | читайте також | читати далі | докладніше | дивіться також | за темою
    до теми
    підписатися | підписуйтесь | увійти | реєстрація | прийняти | популярне | усі новини | всі новини | надрукувати
    матеріали за темою | новини за темою
    """.replace("\n", "|").split("|")
    if line.strip()
)
"""Whole lines, in lower case, without what closes them."""

POINTER = re.compile(
    r"(?:lesen sie (?:auch|mehr|hier|dazu)|lies auch|mehr (?:dazu|zum thema|lesen)|siehe auch"
    r"|auch interessant|bildergalerie|newsletter"
    r"|[àa] lire(?: aussi| également)?|lire (?:aussi|également)|voir aussi|[àa] voir aussi|notre dossier"
    r"|lea (?:también|además|más)|lee (?:también|además|más)|leer (?:más|también)|vea también|mira también"
    r"|te puede interesar"
    r"|leggi anche|leggi (?:di più|qui)|vedi anche|guarda (?:anche|il video)|per approfondire|approfondisci"
    r"|leia (?:também|mais|ainda)|veja (?:também|mais)|saiba mais"
    r"|читайте также|читать также|читайте ещ[её]|читайте по теме|смотрите также|по теме|подробнее|видео|фото"
    r"|читайте також|дивіться також|за темою|докладніше|відео)"
    r" ?(?::|>|»|→|\|\|?|—|–)(?!\d)",
    re.I,
)
"""How a line begins that points to another page: the words, then a colon or an arrow."""

SITES = r"(?:Facebook|Twitter|Instagram|X|Telegram|LinkedIn|YouTube|TikTok|WhatsApp|Google News|Телеграм\w*|Viber)"
INVITATION = re.compile(
    rf"(?:Folgen Sie uns|Folge uns|Abonnieren Sie|Jetzt (?:den )?(?:kostenlosen )?Newsletter"
    rf"|Melden Sie sich (?:jetzt |hier |kostenlos ){1, 3}(?:an|für)|Laden Sie unsere App"
    rf"|Mit Ihrer Anmeldung|Wir verwenden Cookies|Diese Website (?:verwendet|nutzt) Cookies"
    rf"|Suivez[- ]nous|Retrouvez (?:toute l['’]actualité|l['’]actualité|nous)|Abonnez-vous"
    rf"|Inscrivez-vous|Recevez (?:chaque|nos|notre|toute)"
    rf"|Téléchargez (?:notre|l['’]) ?appli\w*|Nous utilisons des cookies|Ce site utilise des cookies|Cliquez ici"
    rf"|Síguenos|Síganos|Suscríbete|Suscríbase|Recibe (?:en tu|nuestr\w+|cada)|Descarga (?:nuestra|la) app"
    rf"|Utilizamos cookies|Este sitio (?:web )?utiliza cookies|Haz clic aquí|Únete a nuestr\w+ canal"
    rf"|Seguici|Iscriviti|Abbonati (?:a|per|ora)|Ricevi (?:ogni|le nostre|la nostra)|Scarica (?:la nostra|l['’]) ?app"
    rf"|Questo sito utilizza (?:i )?cookie|Clicca qui"
    rf"|Siga(?:-nos| o| a| nos)? .{{0,40}}\b{SITES}|Assine (?:a|o|nossa|já)|Inscreva-se"
    rf"|Receba (?:as|nossas|em seu|no seu)|Baixe o (?:nosso )?app|Clique aqui"
    rf"|Participe d[eo] (?:nosso )?(?:canal|grupo)"
    rf"|Подпи(?:шитесь|сывайтесь|шись) на|Следите за (?:нами|нашими|новостями)|Присоединяйтесь к (?:нам|нашему)"
    rf"|Читайте нас (?:в|на)|Мы в {SITES}|Наш (?:канал|телеграм)\w* .{{0,30}}\b{SITES}"
    rf"|Если вы нашли ошибку|Нашли ошибку|Мы используем (?:файлы )?cookie|Скачайте приложение"
    rf"|Підпи(?:шіться|суйтесь|суйтеся) на|Слідкуйте за|Стежте за|Приєднуйтесь до|Читайте нас (?:у|в|на)"
    rf"|Якщо ви (?:помітили|знайшли) помилку)(?!\w)",
    re.I,
)
"""How a line begins that asks its reader to click, follow or agree."""

APPEAL = re.compile(
    r"\b(?:unterstützen Sie (?:uns|unser\w*)|spenden Sie (?:jetzt|hier)|soutenez(?:-nous| notre"
    r"| un journalisme| une presse)|faites un don|apoya nuestro (?:periodismo|trabajo)|haz (?:una donación|tu donación)"
    r"|hazte socio|sostieni (?:il nostro|la nostra) (?:lavoro|giornalismo|redazione)|fai una donazione"
    r"|apoie (?:o )?nosso (?:jornalismo|trabalho)|faça uma doação|поддержите (?:нас|наш\w*|независим\w*)"
    r"|оформите (?:подписку|пожертвование|донат)|підтримайте (?:нас|наш\w*|незалежн\w*)|зробіть (?:внесок|донат))\b",
    re.I,
)
"""Support asked for, in the imperative: a publisher's to its reader, or somebody's who is quoted."""

APPEAL_STEMS = (
    "unterstützen sie", "spende", "soutenez", "un don", "apoya ", "donación", "hazte", "sostieni", "donazione",
    "apoie ",    "doação", "поддержите", "оформите", "підтримайте", "зробіть",
)  # fmt: skip
"""One of these stands in every one of them."""

REPORTED = re.compile(
    r"\b(?:sagte|sagten|erklärte|teilte|a déclaré|a dit|ont appelé|dijo|dijeron"
    r"|declaró|ha detto|ha dichiarato|disse|afirmou"
    r"|сказал\w*|заявил\w*|сообщил\w*|призвал\w*|сказав|сказала|заявив|заявила|повідоми\w+|закликав|закликала)\b",
    re.I,
)
"""Somebody is reported."""
