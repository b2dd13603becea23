<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About {name}</source>
        <translation>Acerca de {name}</translation>
    </message>
    <message>
        <source>Measures whether people keep taking part in decentralised networks, next to price.</source>
        <translation>Mide, junto al precio, si la gente sigue participando en redes descentralizadas.</translation>
    </message>
    <message>
        <source>{holder}, licence {licence}</source>
        <translation>{holder}, licencia {licence}</translation>
    </message>
    <message>
        <source>It is a lens, not advice.</source>
        <translation>Es una lente, no un consejo.</translation>
    </message>
    <message>
        <source>Sources of data</source>
        <translation>Fuentes de los datos</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
</context>
<context>
    <name>AddAssetDialog</name>
    <message>
        <source>Add an asset</source>
        <translation>Añadir un activo</translation>
    </message>
    <message>
        <source>Name, symbol, or chain:address such as base:0x…</source>
        <translation>Nombre, símbolo o cadena:dirección, como base:0x…</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Qué buscar</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Text of a network file</source>
        <translation>Texto de un archivo de red</translation>
    </message>
    <message>
        <source>Paste a network file here, or open one.</source>
        <translation>Pegue aquí un archivo de red o abra uno.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Archivo de red</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Abrir un archivo …</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulado</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>viene con el programa</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Buscando …</translation>
    </message>
    <message>
        <source>Nothing was found. Give chain:address, or write a network file.</source>
        <translation>No se encontró nada. Indique cadena:dirección o escriba un archivo de red.</translation>
    </message>
    <message>
        <source>Open a network file</source>
        <translation>Abrir un archivo de red</translation>
    </message>
</context>
<context>
    <name>AssetNoteDialog</name>
    <message>
        <source>{name}: note and tags</source>
        <translation>{name}: nota y etiquetas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What you want to remember about this asset</source>
        <translation>Qué quiere recordar de este activo</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Añadir la etiqueta</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>No tags yet.</source>
        <translation>Aún no hay etiquetas.</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>Color de la etiqueta</translation>
    </message>
    <message>
        <source>Colour of {tag}</source>
        <translation>Color de {tag}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Descartar este mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>BannerArea</name>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>%n mensaje más</numerusform>
            <numerusform>%n mensajes más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelsDialog</name>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Último envío</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Último problema</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>What became of messages</source>
        <translation>Qué fue de los mensajes</translation>
    </message>
    <message>
        <source>Webhook (your own server)</source>
        <translation>Webhook (su propio servidor)</translation>
    </message>
    <message>
        <source>Mail, ntfy, Telegram, Slack … (Apprise address)</source>
        <translation>Correo, ntfy, Telegram, Slack … (dirección Apprise)</translation>
    </message>
    <message>
        <source>https://… or ntfys://…, mailtos://…, tgram://…</source>
        <translation>https://… o ntfys://…, mailtos://…, tgram://…</translation>
    </message>
    <message>
        <source>signs each message (HMAC-SHA256)</source>
        <translation>firma cada mensaje (HMAC-SHA256)</translation>
    </message>
    <message>
        <source>Fields: {title}, {sentence}, {network}, {came_true}, {noticed}, {count}</source>
        <translation>Campos: {title}, {sentence}, {network}, {came_true}, {noticed}, {count}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Enviar una prueba</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>{name} (off)</source>
        <translation>{name} (apagado)</translation>
    </message>
    <message>
        <source>kept in the keyring; type to replace it</source>
        <translation>guardado en el llavero; escriba para sustituirlo</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Enviando …</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Measuring from here. Walk to the other end and press M.</source>
        <translation>Se mide desde aquí. Vaya al otro extremo y pulse M.</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incompleto</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} horas</translation>
    </message>
    <message>
        <source>1W</source>
        <translation>1S</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Última semana</translation>
    </message>
    <message>
        <source>1M</source>
        <translation>1M</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Último mes</translation>
    </message>
    <message>
        <source>3M</source>
        <translation>3M</translation>
    </message>
    <message>
        <source>Last three months</source>
        <translation>Últimos tres meses</translation>
    </message>
    <message>
        <source>6M</source>
        <translation>6M</translation>
    </message>
    <message>
        <source>Last six months</source>
        <translation>Últimos seis meses</translation>
    </message>
    <message>
        <source>YTD</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1A</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Último año</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Everything there is</source>
        <translation>Todo lo que hay</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarítmica</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>Cambio en %</translation>
    </message>
    <message>
        <source>Indexed to 100</source>
        <translation>Base 100</translation>
    </message>
    <message>
        <source>O</source>
        <translation>A</translation>
    </message>
    <message>
        <source>H</source>
        <translation>Máx</translation>
    </message>
    <message>
        <source>L</source>
        <translation>Mín</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>small cohort</source>
        <translation>cohorte pequeña</translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation>las fuentes discrepan</translation>
    </message>
    <message>
        <source>no value here</source>
        <translation>aquí no hay valor</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Divergencia</translation>
    </message>
    <message>
        <source>Hollow growth</source>
        <translation>Crecimiento hueco</translation>
    </message>
    <message>
        <source>as known on {date}</source>
        <translation>según se sabía el {date}</translation>
    </message>
    <message>
        <source>interval {low} to {high}</source>
        <translation>intervalo de {low} a {high}</translation>
    </message>
    <message>
        <source>n {count}</source>
        <translation>n {count}</translation>
    </message>
    <message>
        <source>point {at} of {all}</source>
        <translation>punto {at} de {all}</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>No hay nada dibujado.</translation>
    </message>
    <message>
        <source>{title}: no data in this stretch.</source>
        <translation>{title}: sin datos en este tramo.</translation>
    </message>
    <message>
        <source>{title}: {count} points, from {first} to {last}, lowest {low}, highest {high}.</source>
        <translation>{title}: {count} puntos, de {first} a {last}, mínimo {low}, máximo {high}.</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>Drop a metric here to draw it.</source>
        <translation>Arrastre aquí una métrica para dibujarla.</translation>
    </message>
    <message>
        <source>Everything here is hidden. Choose a curve in the menu of the pane.</source>
        <translation>Aquí todo está oculto. Elija una curva en el menú del panel.</translation>
    </message>
    <message>
        <source>No data in this stretch of time.</source>
        <translation>No hay datos en este tramo de tiempo.</translation>
    </message>
    <message>
        <source>Choose a network in the list to see its charts.</source>
        <translation>Elija una red de la lista para ver sus gráficos.</translation>
    </message>
</context>
<context>
    <name>ChartHead</name>
    <message>
        <source>Candles</source>
        <translation>Velas</translation>
    </message>
    <message>
        <source>Draw the price as candles where a source gives them</source>
        <translation>Dibujar el precio como velas donde una fuente las da</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Filtrado</translation>
    </message>
    <message>
        <source>Show beside each number what is left without marked patterns</source>
        <translation>Mostrar junto a cada número lo que queda sin los patrones marcados</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Show the volume in a pane of its own</source>
        <translation>Mostrar el volumen en un panel propio</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Medias</translation>
    </message>
    <message>
        <source>Rolling means of the price</source>
        <translation>Medias móviles del precio</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Draw other networks beside this one, indexed to 100</source>
        <translation>Dibujar otras redes junto a esta, con base 100</translation>
    </message>
    <message>
        <source>As known on</source>
        <translation>Según se sabía</translation>
    </message>
    <message>
        <source>Draw prices as they were known on an earlier day</source>
        <translation>Dibujar los precios como se conocían un día anterior</translation>
    </message>
    <message>
        <source>+ Metric</source>
        <translation>+ Métrica</translation>
    </message>
    <message>
        <source>Open a pane for another metric</source>
        <translation>Abrir un panel para otra métrica</translation>
    </message>
    <message>
        <source>No other network is watched</source>
        <translation>No se sigue ninguna otra red</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Solo esta</translation>
    </message>
    <message>
        <source>As known now</source>
        <translation>Según se sabe ahora</translation>
    </message>
    <message>
        <source>Prices as they were known at the end of {day} UTC. Participation is counted from all events read until now: events are not revised.</source>
        <translation>Precios como se conocían al final del {day} UTC. La participación se cuenta con todos los eventos leídos hasta ahora: los eventos no se revisan.</translation>
    </message>
</context>
<context>
    <name>ChartLevels</name>
    <message>
        <source>The rule was not changed</source>
        <translation>La regla no se cambió</translation>
    </message>
</context>
<context>
    <name>ChartMarks</name>
    <message>
        <source>Write into the chart</source>
        <translation>Escribir en el gráfico</translation>
    </message>
    <message>
        <source>Change a mark</source>
        <translation>Cambiar una marca</translation>
    </message>
    <message>
        <source>Growth without people who stay</source>
        <translation>Crecimiento sin gente que se quede</translation>
    </message>
    <message>
        <source>Price runs ahead of participation</source>
        <translation>El precio va por delante de la participación</translation>
    </message>
    <message>
        <source>Price lags behind participation</source>
        <translation>El precio va por detrás de la participación</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Price, US dollars</source>
        <translation>Precio, dólares de EE. UU.</translation>
    </message>
    <message>
        <source>Volume, US dollars</source>
        <translation>Volumen, dólares de EE. UU.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>No source gives the volume of this asset.</source>
        <translation>Ninguna fuente da el volumen de este activo.</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>filtrado</translation>
    </message>
    <message>
        <source>{days}-day mean</source>
        <translation>Media de {days} días</translation>
    </message>
    <message>
        <source>No source of a price is known for this network.</source>
        <translation>No se conoce ninguna fuente de precio para esta red.</translation>
    </message>
    <message>
        <source>No price was known by then.</source>
        <translation>Para entonces no se conocía ningún precio.</translation>
    </message>
    <message>
        <source>Note in the chart</source>
        <translation>Nota en el gráfico</translation>
    </message>
    <message>
        <source>Event in the chart</source>
        <translation>Evento en el gráfico</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Cambiar el texto</translation>
    </message>
    <message>
        <source>Alert at this value …</source>
        <translation>Alerta en este valor …</translation>
    </message>
    <message>
        <source>Write a note here …</source>
        <translation>Escribir aquí una nota …</translation>
    </message>
    <message>
        <source>Add an event here …</source>
        <translation>Añadir aquí un evento …</translation>
    </message>
    <message>
        <source>Change “{text}” …</source>
        <translation>Cambiar «{text}» …</translation>
    </message>
    <message>
        <source>Remove “{text}”</source>
        <translation>Quitar «{text}»</translation>
    </message>
    <message>
        <source>Open a pane</source>
        <translation>Abrir un panel</translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation>Segundo eje</translation>
    </message>
    <message>
        <source>Take {metric} off the second axis</source>
        <translation>Quitar {metric} del segundo eje</translation>
    </message>
    <message>
        <source>Rolling mean</source>
        <translation>Media móvil</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>What is this number …</source>
        <translation>Qué es este número …</translation>
    </message>
    <message>
        <source>Pane further up</source>
        <translation>Panel hacia arriba</translation>
    </message>
    <message>
        <source>Pane further down</source>
        <translation>Panel hacia abajo</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Cerrar este panel</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>ChartStack</name>
    <message>
        <source>Charts over time</source>
        <translation>Gráficos a lo largo del tiempo</translation>
    </message>
</context>
<context>
    <name>CohortsPanel</name>
    <message>
        <source>Length of a cohort</source>
        <translation>Duración de una cohorte</translation>
    </message>
    <message>
        <source>Weekly cohorts</source>
        <translation>Cohortes semanales</translation>
    </message>
    <message>
        <source>Monthly cohorts</source>
        <translation>Cohortes mensuales</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Retention by age</source>
        <translation>Retención por edad</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Permanencia</translation>
    </message>
    <message>
        <source>{n} participants were there before reading began: their age is unknown, they are in no cohort.</source>
        <translation>{n} participantes ya estaban antes de empezar la lectura: su edad se desconoce y no están en ninguna cohorte.</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Search columns and metrics</source>
        <translation>Buscar columnas y métricas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Columns to choose from</source>
        <translation>Columnas para elegir</translation>
    </message>
    <message>
        <source>Columns that are shown, in their order</source>
        <translation>Columnas mostradas, en su orden</translation>
    </message>
    <message>
        <source>Whose activity</source>
        <translation>De quién es la actividad</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Contribuidores</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Desarrolladores</translation>
    </message>
    <message>
        <source>Validators</source>
        <translation>Validadores</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Tenedores</translation>
    </message>
    <message>
        <source>Without marked patterns</source>
        <translation>Sin patrones marcados</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>Para elegir</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Mostradas</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Of the list</source>
        <translation>De la lista</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The data lies here</source>
        <translation>Los datos están aquí</translation>
    </message>
    <message>
        <source>Refreshing did not work</source>
        <translation>No se pudo actualizar</translation>
    </message>
    <message>
        <source>The setting could not be saved</source>
        <translation>No se pudo guardar el ajuste</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Coordination score against price change of 30 days</source>
        <translation>Puntuación de coordinación frente al cambio del precio en 30 días</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Price, 30 days</source>
        <translation>Precio, 30 días</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>it is true that</source>
        <translation>es cierto que</translation>
    </message>
    <message>
        <source>it is not true that</source>
        <translation>no es cierto que</translation>
    </message>
    <message>
        <source>True or not</source>
        <translation>Cierto o no</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Quitar esta condición</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>within</source>
        <translation>dentro de</translation>
    </message>
</context>
<context>
    <name>ControlPanel</name>
    <message>
        <source>Counted by</source>
        <translation>Contado por</translation>
    </message>
    <message>
        <source>By events</source>
        <translation>Por eventos</translation>
    </message>
    <message>
        <source>By amounts</source>
        <translation>Por importes</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Cuota</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Share of amount</source>
        <translation>Cuota del importe</translation>
    </message>
    <message>
        <source>Largest participants of the last 28 complete days</source>
        <translation>Mayores participantes de los últimos 28 días completos</translation>
    </message>
    <message>
        <source>Leave out of the numbers</source>
        <translation>Excluir de los números</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Volver a incluir</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 33 / 50 / 67 %</source>
        <translation>Coeficiente de Nakamoto al 33 / 50 / 67 %</translation>
    </message>
    <message>
        <source>Largest one</source>
        <translation>El mayor</translation>
    </message>
    <message>
        <source>Ten largest</source>
        <translation>Los diez mayores</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation>Número efectivo</translation>
    </message>
    <message>
        <source>Effective number / head count</source>
        <translation>Número efectivo / recuento</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>excluido</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>excluido por usted</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>The program found an error of its own and goes on; what you stored is safe. If something looks wrong, start it again. The report below holds no keys. The log lies in {folder}</source>
        <translation>El programa encontró un error propio y continúa; lo que guardó está a salvo. Si algo parece incorrecto, vuelva a iniciarlo. El informe de abajo no contiene claves. El registro está en {folder}</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Price, US dollars</source>
        <translation>Precio, dólares de EE. UU.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Límite inferior</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Límite superior</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Learnt at</source>
        <translation>Conocido el</translation>
    </message>
    <message>
        <source>Data behind the chart</source>
        <translation>Datos detrás del gráfico</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>en disputa</translation>
    </message>
    <message>
        <source>not final</source>
        <translation>no definitivo</translation>
    </message>
    <message>
        <source>No price was pulled yet.</source>
        <translation>Aún no se ha obtenido ningún precio.</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incompleto</translation>
    </message>
    <message>
        <source>few</source>
        <translation>pocos</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Choose …</source>
        <translation>Elegir …</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>separado por comas</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>This list is empty</source>
        <translation>Esta lista está vacía</translation>
    </message>
    <message>
        <source>No asset satisfies the rule</source>
        <translation>Ningún activo cumple la regla</translation>
    </message>
    <message>
        <source>Members are found among the assets of your other lists: {rule}. A missing number satisfies nothing.</source>
        <translation>Los miembros se buscan entre los activos de sus otras listas: {rule}. Un número que falta no cumple nada.</translation>
    </message>
    <message>
        <source>Add networks to see whether people keep taking part in them. The shipped profiles hold public addresses and their sources; the simulated networks show everything without contacting anybody.</source>
        <translation>Añada redes para ver si la gente sigue participando en ellas. Los perfiles incluidos contienen direcciones públicas y sus fuentes; las redes simuladas lo muestran todo sin contactar con nadie.</translation>
    </message>
    <message>
        <source>Add the shipped networks</source>
        <translation>Añadir las redes incluidas</translation>
    </message>
    <message>
        <source>Show the simulated networks</source>
        <translation>Mostrar las redes simuladas</translation>
    </message>
    <message>
        <source>Add an asset …</source>
        <translation>Añadir un activo …</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter, for example: -simulated</source>
        <translation>Filtro, por ejemplo: -simulated</translation>
    </message>
    <message>
        <source>Words that must occur; a word with a minus in front must not</source>
        <translation>Palabras que deben aparecer; una con un menos delante no debe</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Show only rows in a state, or only rows that are not</source>
        <translation>Mostrar solo filas en un estado, o solo las que no</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filtrar por estado</translation>
    </message>
    <message>
        <source>{state}</source>
        <translation>{state}</translation>
    </message>
    <message>
        <source>Not: {state}</source>
        <translation>No: {state}</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>Filter {state}, press to take it away</source>
        <translation>Filtro {state}, pulse para quitarlo</translation>
    </message>
</context>
<context>
    <name>FirstTable</name>
    <message>
        <source>Watchlist as last shown</source>
        <translation>Lista de seguimiento, como se mostró por última vez</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Retention of cohorts</source>
        <translation>Retención de las cohortes</translation>
    </message>
    <message>
        <source>No cohorts.</source>
        <translation>No hay cohortes.</translation>
    </message>
    <message>
        <source>{count} cohorts, ages up to {age}. Walk with the arrow keys.</source>
        <translation>{count} cohortes, edades hasta {age}. Recórralas con las flechas.</translation>
    </message>
    <message>
        <source>No cohorts: {reason}.</source>
        <translation>No hay cohortes: {reason}.</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohorte</translation>
    </message>
    <message>
        <source>Age in periods since the first</source>
        <translation>Edad en períodos desde el primero</translation>
    </message>
    <message>
        <source>Cohort {name}, age {age}: not yet</source>
        <translation>Cohorte {name}, edad {age}: todavía no</translation>
    </message>
    <message>
        <source>Cohort {name}, age {age}: {share}, {low} – {high}, {active} of n {n}</source>
        <translation>Cohorte {name}, edad {age}: {share}, {low} – {high}, {active} de n {n}</translation>
    </message>
    <message>
        <source>small cohort</source>
        <translation>cohorte pequeña</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Nothing to count yet.</source>
        <translation>Aún no hay nada que contar.</translation>
    </message>
    <message>
        <source>{low} – {high}: {count} ({share})</source>
        <translation>{low} – {high}: {count} ({share})</translation>
    </message>
    <message>
        <source>{count} in all, most of them at {value}.</source>
        <translation>{count} en total, la mayoría en {value}.</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Desde su última visita</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Último día</numerusform>
            <numerusform>Últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Inusual</translation>
    </message>
    <message>
        <source>How many times its usual change</source>
        <translation>Cuántas veces su cambio habitual</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>alerta</translation>
    </message>
    <message>
        <source>{n} ×</source>
        <translation>{n} ×</translation>
    </message>
    <message>
        <source>Nothing was read yet</source>
        <translation>Aún no se ha leído nada</translation>
    </message>
    <message>
        <source>A part of the data is {age} old</source>
        <translation>Una parte de los datos tiene {age}</translation>
    </message>
    <message>
        <source>{text} Checked {day}.</source>
        <translation>{text} Comprobado el {day}.</translation>
    </message>
    <message>
        <source>Everything that these networks can tell has been read, and is fresh.</source>
        <translation>Todo lo que estas redes pueden decir está leído y es reciente.</translation>
    </message>
    <message>
        <source>{day} overdue</source>
        <translation>{day} vencido</translation>
    </message>
    <message>
        <source>{day} soon</source>
        <translation>{day} pronto</translation>
    </message>
    <message>
        <source>Write down what you believe of a network in its Thesis tab, with a day to look again.</source>
        <translation>Escriba en la pestaña Tesis qué cree de una red, con un día para volver a mirar.</translation>
    </message>
    <message>
        <source>Period ended</source>
        <translation>Fin del período</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué ha cambiado</translation>
    </message>
    <message>
        <source>What you cannot know</source>
        <translation>Lo que no puede saber</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Volver a mirar el</translation>
    </message>
    <message>
        <source>What you believe</source>
        <translation>Qué cree</translation>
    </message>
    <message>
        <source>Theses to look at again</source>
        <translation>Tesis que volver a mirar</translation>
    </message>
    <message>
        <source>Since {time} UTC</source>
        <translation>Desde {time} UTC</translation>
    </message>
    <message>
        <source>No closed period has ended since then. Press F5 to pull what is new, or look further back.</source>
        <translation>Desde entonces no ha terminado ningún período. Pulse F5 para obtener lo nuevo o mire más atrás.</translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Which messages</source>
        <translation>Qué mensajes</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Desde su última visita</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Still true</source>
        <translation>Aún ciertas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>Se cumplió</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Notado</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Alerts that came true</source>
        <translation>Alertas que se cumplieron</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Silence …</source>
        <translation>Silenciar …</translation>
    </message>
    <message>
        <source>Show in the chart</source>
        <translation>Mostrar en el gráfico</translation>
    </message>
    <message>
        <source>Open the chart at that moment, as it looked then</source>
        <translation>Abrir el gráfico en ese momento, como se veía entonces</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Una hora</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Un día</translation>
    </message>
    <message>
        <source>One week</source>
        <translation>Una semana</translation>
    </message>
    <message>
        <source>The chart shows what was known on {day}</source>
        <translation>El gráfico muestra lo que se sabía el {day}</translation>
    </message>
    <message>
        <source>Choose “now” above the chart to see what is known today.</source>
        <translation>Elija «ahora» sobre el gráfico para ver lo que se sabe hoy.</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Marcar todo como leído</translation>
    </message>
    <message>
        <source>Nothing came true here. Rules tell when something does: see the rules, or look at everything.</source>
        <translation>Aquí no se cumplió nada. Las reglas avisan cuando algo ocurre: vea las reglas o mírelo todo.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n sin leer</numerusform>
            <numerusform>%n sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>confirmada</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta {time}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leída</translation>
    </message>
    <message>
        <source>came true {true} · noticed {noticed}</source>
        <translation>se cumplió {true} · notado {noticed}</translation>
    </message>
    <message>
        <source> (made up)</source>
        <translation> (inventado)</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>sin leer</translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message numerus="yes">
        <source>{title} and %n more</source>
        <translation>
            <numerusform>{title} y %n más</numerusform>
            <numerusform>{title} y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} {unit} per second</source>
        <translation>{rate} {unit} por segundo</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>queda %n segundo</numerusform>
            <numerusform>quedan %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>queda %n minuto</numerusform>
            <numerusform>quedan %n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Key for {title}</source>
        <translation>Clave para {title}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Keys are kept in the keyring of your system, never in a file of this program. Without a keyring they last until the program is closed.</source>
        <translation>Las claves se guardan en el llavero de su sistema, nunca en un archivo de este programa. Sin llavero duran hasta que se cierra el programa.</translation>
    </message>
    <message>
        <source>Asking the keyring …</source>
        <translation>Consultando el llavero …</translation>
    </message>
    <message>
        <source>Keeping the key …</source>
        <translation>Guardando la clave …</translation>
    </message>
    <message>
        <source>Asking the provider …</source>
        <translation>Consultando al proveedor …</translation>
    </message>
    <message>
        <source>A key is kept: {place}</source>
        <translation>Hay una clave guardada: {place}</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>No source of this program needs a key.</source>
        <translation>Ninguna fuente de este programa necesita una clave.</translation>
    </message>
</context>
<context>
    <name>LifecycleBars</name>
    <message>
        <source>Who came, stayed, returned, left</source>
        <translation>Quién llegó, se quedó, volvió y se fue</translation>
    </message>
    <message>
        <source>Nothing to count yet.</source>
        <translation>Aún no hay nada que contar.</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Se quedaron</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Volvieron</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Se fueron</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incompleto</translation>
    </message>
    <message>
        <source>Quick ratio, right axis</source>
        <translation>Quick ratio, eje derecho</translation>
    </message>
    <message>
        <source>{period}: new {new}, retained {kept}, returned {back}, left {left}, quick ratio {quick}</source>
        <translation>{period}: nuevos {new}, se quedaron {kept}, volvieron {back}, se fueron {left}, quick ratio {quick}</translation>
    </message>
</context>
<context>
    <name>LifecyclePanel</name>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Por semana</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Por mes</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Keys are removed. The files lie in {folder}</source>
        <translation>Las claves están eliminadas. Los archivos están en {folder}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>The log cannot be read: {reason}</source>
        <translation>No se puede leer el registro: {reason}</translation>
    </message>
</context>
<context>
    <name>Lorenz</name>
    <message>
        <source>Lorenz curve</source>
        <translation>Curva de Lorenz</translation>
    </message>
    <message>
        <source>Nobody holds anything yet.</source>
        <translation>Aún nadie tiene nada.</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>Partes iguales</translation>
    </message>
    <message>
        <source>{name}: the {top} who hold most hold {share}</source>
        <translation>{name}: el {top} que más tiene posee el {share}</translation>
    </message>
    <message>
        <source>Gini {gini}</source>
        <translation>Gini {gini}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Opening the watchlist …</source>
        <translation>Abriendo la lista de seguimiento …</translation>
    </message>
</context>
<context>
    <name>MethodBars</name>
    <message>
        <source>No verification is published.</source>
        <translation>No hay ninguna verificación publicada.</translation>
    </message>
    <message>
        <source>{period}, {name}: {share}</source>
        <translation>{period}, {name}: {share}</translation>
    </message>
</context>
<context>
    <name>MetricCard</name>
    <message>
        <source>{network}: what is this number</source>
        <translation>{network}: qué es este número</translation>
    </message>
    <message>
        <source>no complete period yet</source>
        <translation>todavía ningún período completo</translation>
    </message>
    <message>
        <source>Period: {period}</source>
        <translation>Período: {period}</translation>
    </message>
    <message>
        <source>Complete up to {time} UTC</source>
        <translation>Completo hasta {time} UTC</translation>
    </message>
    <message>
        <source>95 % interval: {low} … {high}</source>
        <translation>Intervalo del 95 %: {low} … {high}</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>Too few participants to rely on: shown hollow, alerts do not look at it.</source>
        <translation>Muy pocos participantes para fiarse: se dibuja hueco y las alertas no lo miran.</translation>
    </message>
    <message>
        <source>Complete since {period}</source>
        <translation>Completo desde {period}</translation>
    </message>
    <message>
        <source>Definition version {n}</source>
        <translation>Versión de la definición: {n}</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>Cómo se calcula</translation>
    </message>
    <message>
        <source>What fools it</source>
        <translation>Qué la engaña</translation>
    </message>
    <message>
        <source>asked {age} ago</source>
        <translation>consultado hace {age}</translation>
    </message>
    <message>
        <source>read up to {time}</source>
        <translation>leído hasta {time}</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>En qué se apoya</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Whose activity</source>
        <translation>De quién es la actividad</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Contribuidores</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Desarrolladores</translation>
    </message>
    <message>
        <source>Validators</source>
        <translation>Validadores</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Tenedores</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Messages of this session, newest first</source>
        <translation>Mensajes de esta sesión, los más nuevos primero</translation>
    </message>
    <message>
        <source>No messages so far</source>
        <translation>Ningún mensaje hasta ahora</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source> periods</source>
        <translation> períodos</translation>
    </message>
    <message>
        <source> places</source>
        <translation> puestos</translation>
    </message>
</context>
<context>
    <name>OperandBox</name>
    <message>
        <source>What to watch</source>
        <translation>Qué vigilar</translation>
    </message>
    <message>
        <source>A metric; or type a selector such as active.w@contributor, or a formula</source>
        <translation>Una métrica; o escriba un selector como active.w@contributor, o una fórmula</translation>
    </message>
</context>
<context>
    <name>OwnDataDialog</name>
    <message>
        <source>{network}: add own data</source>
        <translation>{network}: añadir datos propios</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Rows (JMESPath)</source>
        <translation>Filas (JMESPath)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Value, for a series</source>
        <translation>Valor, para una serie</translation>
    </message>
    <message>
        <source>Participant, for a stream</source>
        <translation>Participante, para un flujo</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>Contraparte</translation>
    </message>
    <message>
        <source>What identifies a row</source>
        <translation>Qué identifica una fila</translation>
    </message>
    <message>
        <source>Name of the series or stream</source>
        <translation>Nombre de la serie o del flujo</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Elegir un archivo …</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Ningún archivo elegido</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>CSV or Parquet file</source>
        <translation>Archivo CSV o Parquet</translation>
    </message>
    <message>
        <source>JSON address</source>
        <translation>Dirección JSON</translation>
    </message>
    <message>
        <source>The first rows that were found</source>
        <translation>Las primeras filas encontradas</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found.</source>
        <translation>
            <numerusform>%n fila encontrada.</numerusform>
            <numerusform>%n filas encontradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be read.</source>
        <translation>
            <numerusform>%n fila se puede leer.</numerusform>
            <numerusform>%n filas se pueden leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} left out: {reason}</source>
        <translation>{n} excluidas: {reason}</translation>
    </message>
    <message>
        <source>Give it a name first, such as own.value.</source>
        <translation>Póngale primero un nombre, como own.value.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Panel</source>
        <translation>Grupo de activos</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Type a command, a panel or an asset</source>
        <translation>Escriba una orden, un panel o un activo</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Órdenes que coinciden</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>{title}, no data</source>
        <translation>{title}, sin datos</translation>
    </message>
    <message>
        <source>{title}, {value}</source>
        <translation>{title}, {value}</translation>
    </message>
</context>
<context>
    <name>PanelHost</name>
    <message>
        <source>This panel could not be opened. The log says why; everything else goes on.</source>
        <translation>No se pudo abrir este panel. El registro dice por qué; todo lo demás continúa.</translation>
    </message>
</context>
<context>
    <name>PatternsPanel</name>
    <message>
        <source>How strict</source>
        <translation>Con qué rigor</translation>
    </message>
    <message>
        <source>Loose: marks the fewest</source>
        <translation>Laxo: marca lo mínimo</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Strict: marks the most</source>
        <translation>Estricto: marca lo máximo</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Patrón</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>Del total</translation>
    </message>
    <message>
        <source>Patterns found</source>
        <translation>Patrones encontrados</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Flujo</translation>
    </message>
    <message>
        <source>Marked groups</source>
        <translation>Grupos marcados</translation>
    </message>
    <message>
        <source>{marked} of {checked} participants show a pattern ({share}).</source>
        <translation>{marked} de {checked} participantes muestran un patrón ({share}).</translation>
    </message>
    <message>
        <source>First digits of {stream}: distance {distance} from Benford&apos;s law, p = {p}, n = {n}.</source>
        <translation>Primeras cifras de {stream}: distancia {distance} a la ley de Benford, p = {p}, n = {n}.</translation>
    </message>
    <message>
        <source>Not checked:</source>
        <translation>No comprobado:</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>Exportar una imagen</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Como en la pantalla</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Ancho</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>A&amp;lto</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Densidad</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>Definition, sources and time stand below the chart.</source>
        <translation>La definición, las fuentes y la hora figuran bajo el gráfico.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Guardar como …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>Imagen PNG (*.png);;Dibujo SVG (*.svg)</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Put this page back to the defaults</source>
        <translation>Devolver esta página a sus valores iniciales</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>The command line decides this for the present run.</source>
        <translation>Lo decide la línea de órdenes en esta ejecución.</translation>
    </message>
    <message>
        <source>{title}: {reason}</source>
        <translation>{title}: {reason}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview on</source>
        <translation>Vista previa con</translation>
    </message>
    <message>
        <source>When it would have fired on</source>
        <translation>Cuándo habría saltado con</translation>
    </message>
    <message>
        <source>not with what was known then</source>
        <translation>no con lo que se sabía entonces</translation>
    </message>
    <message>
        <source>Over at</source>
        <translation>Terminó el</translation>
    </message>
    <message>
        <source>There is no data of this yet, so nothing can be said about the past.</source>
        <translation>Aún no hay datos de esto, así que nada puede decirse del pasado.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>in {periods} periods from {first} to {last}</source>
        <translation>en {periods} períodos de {first} a {last}</translation>
    </message>
    <message>
        <source>usually {days} days apart</source>
        <translation>normalmente con {days} días entre sí</translation>
    </message>
    <message>
        <source>longest silence {days} days</source>
        <translation>silencio más largo {days} días</translation>
    </message>
    <message>
        <source>{soon} of {of} over within 2 periods</source>
        <translation>{soon} de {of} terminadas en 2 períodos</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not with what was known then</source>
        <translation>
            <numerusform>%n de ellas no con lo que se sabía entonces</numerusform>
            <numerusform>%n de ellas no con lo que se sabía entonces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n period(s) without enough data</source>
        <translation>
            <numerusform>%n período sin datos suficientes</numerusform>
            <numerusform>%n períodos sin datos suficientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Afterwards (past, not promise):</source>
        <translation>Después (pasado, no promesa):</translation>
    </message>
    <message>
        <source>It would have been paused as too noisy. Give it a recovery level or a cooldown.</source>
        <translation>Se habría pausado por ruidosa. Dele un nivel de recuperación o un descanso.</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>{what} {days} d later {median} ({low} … {high}, n = {n})</source>
        <translation>{what} {days} d después {median} ({low} … {high}, n = {n})</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source> The old file is kept as {file}.</source>
        <translation> El archivo antiguo se conserva como {file}.</translation>
    </message>
    <message>
        <source>A setting could not be used and has its default value</source>
        <translation>Un ajuste no se pudo usar y tiene su valor inicial</translation>
    </message>
    <message>
        <source>The settings could not be used</source>
        <translation>No se pudieron usar los ajustes</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Safe mode: default settings, nothing is pulled</source>
        <translation>Modo seguro: ajustes iniciales, no se obtiene nada</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Choose the first and the last day</source>
        <translation>Elegir el primer y el último día</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Measure days and change between two places (drag, or key M)</source>
        <translation>Medir días y cambio entre dos lugares (arrastrar o tecla M)</translation>
    </message>
    <message>
        <source>How values become heights in the chosen pane</source>
        <translation>Cómo los valores se vuelven alturas en el panel elegido</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Show everything on automatic axes (key 0)</source>
        <translation>Mostrar todo con ejes automáticos (tecla 0)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>RetentionCurves</name>
    <message>
        <source>Retention by age</source>
        <translation>Retención por edad</translation>
    </message>
    <message>
        <source>No cohorts: {reason}.</source>
        <translation>No hay cohortes: {reason}.</translation>
    </message>
    <message>
        <source>All cohorts</source>
        <translation>Todas las cohortes</translation>
    </message>
    <message>
        <source>{title}, age {age}: {share}, n {n}</source>
        <translation>{title}, edad {age}: {share}, n {n}</translation>
    </message>
    <message>
        <source>{count} cohorts; at age {age} {share} of all are left.</source>
        <translation>{count} cohortes; a la edad {age} queda el {share} de todos.</translation>
    </message>
    <message>
        <source>Cohort {name}, age {age}: {share}, {low} – {high}, n {n}</source>
        <translation>Cohorte {name}, edad {age}: {share}, {low} – {high}, n {n}</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Nombre de la regla</translation>
    </message>
    <message>
        <source>The rule as text</source>
        <translation>La regla como texto</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>todas ellas</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>cualquiera de ellas</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>una tras otra</translation>
    </message>
    <message>
        <source>How the conditions belong together</source>
        <translation>Cómo se relacionan las condiciones</translation>
    </message>
    <message>
        <source>within </source>
        <translation>dentro de </translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>Whom to watch</source>
        <translation>A quién vigilar</translation>
    </message>
    <message>
        <source>For how many periods</source>
        <translation>Durante cuántos períodos</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>closed days</source>
        <translation>días cerrados</translation>
    </message>
    <message>
        <source>closed weeks</source>
        <translation>semanas cerradas</translation>
    </message>
    <message>
        <source>closed months</source>
        <translation>meses cerrados</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Añadir una condición</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>of</source>
        <translation>de</translation>
    </message>
    <message>
        <source>for</source>
        <translation>durante</translation>
    </message>
    <message>
        <source>Take over this text</source>
        <translation>Adoptar este texto</translation>
    </message>
    <message>
        <source>Finer points</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Como texto</translation>
    </message>
    <message>
        <source> for {count} {periods}</source>
        <translation> durante {count} {periods}</translation>
    </message>
    <message>
        <source>{subject}: {sentence}{lasting}</source>
        <translation>{subject}: {sentence}{lasting}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
    <message>
        <source>then</source>
        <translation>luego</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>any in {list}</source>
        <translation>cualquiera de {list}</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Vigila</translation>
    </message>
    <message>
        <source>Comes true when</source>
        <translation>Se cumple cuando</translation>
    </message>
    <message>
        <source>Last firing</source>
        <translation>Último disparo</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Disparos</translation>
    </message>
    <message>
        <source>Looked at up to</source>
        <translation>Mirado hasta</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>No rules yet. A rule tells you when a number of a network comes true: make one of your own, start from a recipe, or right-click a value in a chart.</source>
        <translation>Aún no hay reglas. Una regla avisa cuando un número de una red se cumple: haga una propia, parta de una receta o pulse con el botón derecho un valor en un gráfico.</translation>
    </message>
    <message>
        <source>New rule …</source>
        <translation>Regla nueva …</translation>
    </message>
    <message>
        <source>From a recipe</source>
        <translation>De una receta</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Editar …</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Activar o desactivar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importar …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportar …</translation>
    </message>
    <message>
        <source>Silences …</source>
        <translation>Silencios …</translation>
    </message>
    <message>
        <source>Channels …</source>
        <translation>Canales …</translation>
    </message>
    <message>
        <source>{metric} moves through a level</source>
        <translation>{metric} cruza un nivel</translation>
    </message>
    <message>
        <source>This rule cannot be read</source>
        <translation>No se puede leer esta regla</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rule(s)?</source>
        <translation>
            <numerusform>¿Quitar %n regla?</numerusform>
            <numerusform>¿Quitar %n reglas?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they told so far stays in the inbox.</source>
        <translation>Lo que avisaron hasta ahora queda en la bandeja.</translation>
    </message>
    <message>
        <source>All rules were looked at</source>
        <translation>Se miraron todas las reglas</translation>
    </message>
    <message numerus="yes">
        <source>%n came true now.</source>
        <translation>
            <numerusform>%n se cumplió ahora.</numerusform>
            <numerusform>%n se cumplieron ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Importar reglas</translation>
    </message>
    <message>
        <source>Rules (*.json)</source>
        <translation>Reglas (*.json)</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) were imported.</source>
        <translation>
            <numerusform>Se importó %n regla.</numerusform>
            <numerusform>Se importaron %n reglas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Exportar reglas</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>No se pudo escribir el archivo</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Eso no funcionó</translation>
    </message>
    <message>
        <source>off</source>
        <translation>apagada</translation>
    </message>
    <message>
        <source>{sent} sent, {other} not</source>
        <translation>{sent} enviados, {other} no</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>No network has both figures yet.</source>
        <translation>Ninguna red tiene aún ambas cifras.</translation>
    </message>
    <message>
        <source>{name}: {x_name} {x}, {y_name} {y}</source>
        <translation>{name}: {x_name} {x}, {y_name} {y}</translation>
    </message>
    <message>
        <source>{count} networks placed.</source>
        <translation>{count} redes situadas.</translation>
    </message>
    <message>
        <source>Without both figures: {names}.</source>
        <translation>Sin ambas cifras: {names}.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Buscar órdenes y teclas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Órdenes y sus atajos</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Atajo nuevo</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Inicial</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>In the chart</source>
        <translation>En el gráfico</translation>
    </message>
    <message>
        <source>{keys} is taken by “{command}”.</source>
        <translation>{keys} ya lo usa «{command}».</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>SilencesDialog</name>
    <message>
        <source>Silences</source>
        <translation>Silencios</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>any rule</source>
        <translation>cualquier regla</translation>
    </message>
    <message>
        <source>any asset</source>
        <translation>cualquier activo</translation>
    </message>
    <message>
        <source>Why you want no messages</source>
        <translation>Por qué no quiere mensajes</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message>
        <source>No messages of</source>
        <translation>Ningún mensaje de</translation>
    </message>
    <message>
        <source>about</source>
        <translation>sobre</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>because</source>
        <translation>porque</translation>
    </message>
    <message>
        <source> (over)</source>
        <translation> (terminado)</translation>
    </message>
</context>
<context>
    <name>SmallMultiples</name>
    <message>
        <source>Networks compared</source>
        <translation>Redes comparadas</translation>
    </message>
    <message>
        <source>{rows} networks. Walk with the arrow keys.</source>
        <translation>{rows} redes. Recórralas con las flechas.</translation>
    </message>
    <message>
        <source>Choose networks and metrics to compare.</source>
        <translation>Elija redes y métricas para comparar.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
</context>
<context>
    <name>SmartListDialog</name>
    <message>
        <source>List by a rule</source>
        <translation>Lista por una regla</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Insert a metric</source>
        <translation>Insertar una métrica</translation>
    </message>
    <message>
        <source>Compare metrics with numbers and join comparisons by and, or, not. Shares are numbers from 0 to 1. A missing number satisfies nothing.</source>
        <translation>Compare métricas con números y una las comparaciones con and, or, not. Las cuotas son números de 0 a 1. Un número que falta no cumple nada.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Write a rule, for example: retention.w4 &gt; 0.25</source>
        <translation>Escriba una regla, por ejemplo: retention.w4 &gt; 0.25</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) satisfy it now.</source>
        <translation>
            <numerusform>%n red la cumple ahora.</numerusform>
            <numerusform>%n redes la cumplen ahora.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotsPanel</name>
    <message>
        <source>As of (UTC)</source>
        <translation>A fecha de (UTC)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Activos</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>&amp;Take a snapshot</source>
        <translation>&amp;Tomar una instantánea</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>Veri&amp;ficar</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>&amp;Keep for ever</source>
        <translation>Conservar para &amp;siempre</translation>
    </message>
    <message>
        <source>Verify a &amp;file …</source>
        <translation>Verificar un arc&amp;hivo …</translation>
    </message>
    <message>
        <source>&amp;Report …</source>
        <translation>&amp;Informe …</translation>
    </message>
    <message>
        <source>&amp;Export a table …</source>
        <translation>E&amp;xportar una tabla …</translation>
    </message>
    <message>
        <source>Taking a snapshot …</source>
        <translation>Tomando una instantánea …</translation>
    </message>
    <message>
        <source>Verify a snapshot</source>
        <translation>Verificar una instantánea</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Comparando …</translation>
    </message>
    <message>
        <source>PDF report (*.pdf)</source>
        <translation>Informe PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Escribir un informe</translation>
    </message>
    <message>
        <source>There is no snapshot yet. One freezes the list, so that you can prove and compare it later.</source>
        <translation>Aún no hay ninguna instantánea. Congela la lista para que pueda probarla y compararla más tarde.</translation>
    </message>
    <message>
        <source> (simulated)</source>
        <translation> (simulado)</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>Taken: {file}
Fingerprint {print}</source>
        <translation>Tomada: {file}
Huella {print}</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Comprobando …</translation>
    </message>
    <message>
        <source>The file was altered. Nothing in it can be trusted.</source>
        <translation>El archivo fue alterado. No se puede confiar en nada de lo que contiene.</translation>
    </message>
    <message numerus="yes">
        <source>Intact. %n series computed again from its data, all as contained.</source>
        <translation>
            <numerusform>Intacta. %n serie calculada de nuevo con sus datos, tal como figura.</numerusform>
            <numerusform>Intacta. %n series calculadas de nuevo con sus datos, todas tal como figuran.</numerusform>
        </translation>
    </message>
    <message>
        <source>Intact, but its data does not give its numbers.</source>
        <translation>Intacta, pero sus datos no dan sus números.</translation>
    </message>
    <message>
        <source>Fingerprint {text}</source>
        <translation>Huella {text}</translation>
    </message>
    <message>
        <source>From {old} to {new}: {count} changes, {same} unchanged.</source>
        <translation>De {old} a {new}: {count} cambios, {same} sin cambios.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Eso no funcionó</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>How the data sources are doing</source>
        <translation>Cómo están las fuentes de datos</translation>
    </message>
    <message>
        <source>Offline: data as last pulled</source>
        <translation>Sin conexión: datos como se obtuvieron la última vez</translation>
    </message>
    <message>
        <source>Sources: nothing pulled yet</source>
        <translation>Fuentes: aún no se obtuvo nada</translation>
    </message>
    <message>
        <source>Sources: {good} good, {troubled} in trouble</source>
        <translation>Fuentes: {good} bien, {troubled} con problemas</translation>
    </message>
    <message numerus="yes">
        <source>Sources: all %n good</source>
        <translation>
            <numerusform>Fuentes: %n bien</numerusform>
            <numerusform>Fuentes: las %n bien</numerusform>
        </translation>
    </message>
    <message>
        <source>No source has been asked yet</source>
        <translation>Aún no se consultó ninguna fuente</translation>
    </message>
    <message>
        <source>Open the page of sources</source>
        <translation>Abrir la página de fuentes</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Status of sources</source>
        <translation>Estado de las fuentes</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Last good</source>
        <translation>Último éxito</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>Último intento</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Quota left</source>
        <translation>Cuota restante</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>What rests on which source</source>
        <translation>Qué se apoya en qué fuente</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Sources, first choice first</source>
        <translation>Fuentes, la primera opción primero</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>If it stops</source>
        <translation>Si se interrumpe</translation>
    </message>
    <message>
        <source>Hosts that were contacted</source>
        <translation>Hosts contactados</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Permitido</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Values that look wrong</source>
        <translation>Valores que parecen erróneos</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Por qué espera</translation>
    </message>
    <message>
        <source>Last raw answer …</source>
        <translation>Última respuesta sin procesar …</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Activar o desactivar</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Cuarentena</translation>
    </message>
    <message>
        <source>needs a key</source>
        <translation>necesita una clave</translation>
    </message>
    <message>
        <source>off</source>
        <translation>apagada</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>aún no consultada</translation>
    </message>
    <message>
        <source>set</source>
        <translation>puesta</translation>
    </message>
    <message>
        <source>{n} holes</source>
        <translation>{n} huecos</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Last raw answers</source>
        <translation>Últimas respuestas sin procesar</translation>
    </message>
    <message>
        <source>Nothing was received from this source yet.</source>
        <translation>Aún no se ha recibido nada de esta fuente.</translation>
    </message>
</context>
<context>
    <name>Survival</name>
    <message>
        <source>Survival in weeks since the first</source>
        <translation>Supervivencia en semanas desde la primera</translation>
    </message>
    <message>
        <source>No curve: {reason}.</source>
        <translation>No hay curva: {reason}.</translation>
    </message>
    <message>
        <source>Still taking part, n {n}</source>
        <translation>Siguen participando, n {n}</translation>
    </message>
    <message>
        <source>Week {week}: {share}, {low} – {high}; at risk {risk}, lost {lost}</source>
        <translation>Semana {week}: {share}, {low} – {high}; en riesgo {risk}, perdidos {lost}</translation>
    </message>
    <message>
        <source>Half are lost after {weeks} weeks</source>
        <translation>La mitad se pierde tras {weeks} semanas</translation>
    </message>
    <message>
        <source>{n} participants; {last} still take part after {weeks} weeks.</source>
        <translation>{n} participantes; {last} siguen participando tras {weeks} semanas.</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Export a table</source>
        <translation>Exportar una tabla</translation>
    </message>
    <message>
        <source>The list as it stands</source>
        <translation>La lista tal como está</translation>
    </message>
    <message>
        <source>Its history: one row per asset, metric and period</source>
        <translation>Su historial: una fila por activo, métrica y período</translation>
    </message>
    <message>
        <source>&amp;All lists</source>
        <translation>&amp;Todas las listas</translation>
    </message>
    <message>
        <source>Decimal &amp;comma (CSV)</source>
        <translation>&amp;Coma decimal (CSV)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Guardar como …</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>ThesisPanel</name>
    <message>
        <source>What do you believe about this network, and why?</source>
        <translation>¿Qué cree de esta red y por qué?</translation>
    </message>
    <message>
        <source>What would prove you wrong? One sentence per line, such as: retention W4 below 20 % for 8 weeks</source>
        <translation>¿Qué le demostraría que se equivoca? Una frase por línea, como: retention W4 below 20 % for 8 weeks</translation>
    </message>
    <message>
        <source>I believe</source>
        <translation>Creo que</translation>
    </message>
    <message>
        <source>I am wrong if</source>
        <translation>Me equivoco si</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Volver a mirar el</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Conservar esta versión</translation>
    </message>
    <message>
        <source>Put the present text into the history, with today&apos;s date</source>
        <translation>Poner el texto actual en el historial con la fecha de hoy</translation>
    </message>
    <message>
        <source>Time to look again.</source>
        <translation>Es hora de volver a mirar.</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>TimingFields</name>
    <message>
        <source>at</source>
        <translation>a las</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source> periods</source>
        <translation> períodos</translation>
    </message>
    <message>
        <source>Keep firing for</source>
        <translation>Seguir disparando</translation>
    </message>
    <message>
        <source>every time it comes true again</source>
        <translation>cada vez que vuelve a cumplirse</translation>
    </message>
    <message>
        <source>in every period while it is true</source>
        <translation>en cada período mientras se cumple</translation>
    </message>
    <message>
        <source>only once</source>
        <translation>solo una vez</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Avisar</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> horas</translation>
    </message>
    <message>
        <source>Then be silent for</source>
        <translation>Después callar durante</translation>
    </message>
    <message>
        <source> firings in 7 days</source>
        <translation> disparos en 7 días</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Pause after</source>
        <translation>Pausar tras</translation>
    </message>
    <message>
        <source>also before a period ends</source>
        <translation>también antes de que termine un período</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Temprano</translation>
    </message>
    <message>
        <source>after</source>
        <translation>tras</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>only from</source>
        <translation>solo desde</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>Avisarme</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>A number that rests on fewer participants never fires</source>
        <translation>Un número que se apoya en menos participantes nunca dispara</translation>
    </message>
    <message>
        <source>Least participants</source>
        <translation>Mínimo de participantes</translation>
    </message>
    <message>
        <source>Least history</source>
        <translation>Mínimo de historial</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>Data is too old after</source>
        <translation>Los datos son demasiado antiguos tras</translation>
    </message>
    <message>
        <source>Without data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>When the source fails</source>
        <translation>Cuando falla la fuente</translation>
    </message>
    <message>
        <source>When data is too old</source>
        <translation>Cuando los datos son demasiado antiguos</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>discreto</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgente</translation>
    </message>
    <message>
        <source>How loud</source>
        <translation>Con qué fuerza</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Enviar a</translation>
    </message>
    <message>
        <source>Why you watch this</source>
        <translation>Por qué vigila esto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>keep the last state</source>
        <translation>mantener el último estado</translation>
    </message>
    <message>
        <source>tell me</source>
        <translation>avisarme</translation>
    </message>
    <message>
        <source>count as normal</source>
        <translation>contar como normal</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>VerificationPanel</name>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Verifications</source>
        <translation>Verificaciones</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elementos</translation>
    </message>
    <message>
        <source>Verifiers</source>
        <translation>Verificadores</translation>
    </message>
    <message>
        <source>In the rate</source>
        <translation>En la tasa</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>Por método</translation>
    </message>
    <message>
        <source>Newest complete week</source>
        <translation>Semana completa más reciente</translation>
    </message>
    <message>
        <source>Used items</source>
        <translation>Elementos usados</translation>
    </message>
    <message>
        <source>Verified items</source>
        <translation>Elementos verificados</translation>
    </message>
    <message>
        <source>Verification rate</source>
        <translation>Tasa de verificación</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>Latencia mediana</translation>
    </message>
    <message>
        <source>Latency, 90th percentile</source>
        <translation>Latencia, percentil 90</translation>
    </message>
    <message>
        <source>Linked pairs</source>
        <translation>Pares enlazados</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Registered verifiers</source>
        <translation>Verificadores registrados</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>Pagadores</translation>
    </message>
    <message>
        <source>Largest payer</source>
        <translation>Mayor pagador</translation>
    </message>
    <message>
        <source>Paid by the payee&apos;s own cluster</source>
        <translation>Pagado por el propio grupo del receptor</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no, a claim</source>
        <translation>no, una afirmación</translation>
    </message>
</context>
<context>
    <name>WatchDelegate</name>
    <message>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
    <message>
        <source>old {age}</source>
        <translation>antiguo {age}</translation>
    </message>
</context>
<context>
    <name>WatchMenus</name>
    <message>
        <source>New list …</source>
        <translation>Lista nueva …</translation>
    </message>
    <message>
        <source>New list by a rule …</source>
        <translation>Lista nueva por una regla …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Cambiar el nombre …</translation>
    </message>
    <message>
        <source>Change the rule …</source>
        <translation>Cambiar la regla …</translation>
    </message>
    <message>
        <source>Remove this list</source>
        <translation>Quitar esta lista</translation>
    </message>
    <message>
        <source>Remove a list</source>
        <translation>Quitar una lista</translation>
    </message>
    <message>
        <source>Add an asset …</source>
        <translation>Añadir un activo …</translation>
    </message>
    <message>
        <source>Note and tags …</source>
        <translation>Nota y etiquetas …</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Also put into</source>
        <translation>Poner también en</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Lista de seguimiento</translation>
    </message>
    <message>
        <source>Compare in the chart</source>
        <translation>Comparar en el gráfico</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Quitar de esta lista</translation>
    </message>
    <message>
        <source>New group …</source>
        <translation>Grupo nuevo …</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Sin grupo</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Grupo nuevo</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Put into another list</source>
        <translation>Poner en otra lista</translation>
    </message>
    <message>
        <source>Choose columns …</source>
        <translation>Elegir columnas …</translation>
    </message>
    <message>
        <source>Groups under their names</source>
        <translation>Grupos bajo sus nombres</translation>
    </message>
    <message>
        <source>Keep this view …</source>
        <translation>Guardar esta vista …</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Olvidar una vista</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nombre de la vista</translation>
    </message>
</context>
<context>
    <name>WatchModel</name>
    <message>
        <source>Without a group</source>
        <translation>Sin grupo</translation>
    </message>
    <message>
        <source>{title}  ({n})</source>
        <translation>{title}  ({n})</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin valor</translation>
    </message>
    <message>
        <source>Simulated: nothing here happened.</source>
        <translation>Simulado: nada de esto ha ocurrido.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Newest data: {newest}
Oldest part: {oldest}</source>
        <translation>Datos más nuevos: {newest}
Parte más antigua: {oldest}</translation>
    </message>
    <message>
        <source>95 % interval: {low} … {high}</source>
        <translation>Intervalo del 95 %: {low} … {high}</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>Too few participants to rely on</source>
        <translation>Muy pocos participantes para fiarse</translation>
    </message>
    <message>
        <source>Complete up to {time}</source>
        <translation>Completo hasta {time}</translation>
    </message>
    <message>
        <source>Sources: {names}</source>
        <translation>Fuentes: {names}</translation>
    </message>
</context>
<context>
    <name>WatchlistPanel</name>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Add an asset</source>
        <translation>Añadir un activo</translation>
    </message>
    <message>
        <source>Add an asset to this list (Ctrl+N)</source>
        <translation>Añadir un activo a esta lista (Ctrl+N)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Views of this list</source>
        <translation>Vistas de esta lista</translation>
    </message>
    <message>
        <source>Choose columns, keep this view of the list, or use one that was kept</source>
        <translation>Elegir columnas, guardar esta vista de la lista o usar una guardada</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Lista de seguimiento</translation>
    </message>
    <message>
        <source>No asset of this list fits the filter.</source>
        <translation>Ningún activo de esta lista pasa el filtro.</translation>
    </message>
    <message>
        <source>Members follow the rule: {rule}</source>
        <translation>Los miembros siguen la regla: {rule}</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Move in the list</source>
        <translation>Mover en la lista</translation>
    </message>
    <message>
        <source>Reorder the lists</source>
        <translation>Reordenar las listas</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>Añadir una lista</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Cambiar una regla</translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation>Cambiar el nombre de la lista</translation>
    </message>
    <message>
        <source>Rename a list</source>
        <translation>Cambiar el nombre de una lista</translation>
    </message>
    <message>
        <source>Note and tags</source>
        <translation>Nota y etiquetas</translation>
    </message>
    <message>
        <source>Put into another list</source>
        <translation>Poner en otra lista</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Datos</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>A&amp;lertas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Add an asset …</source>
        <translation>&amp;Añadir un activo …</translation>
    </message>
    <message>
        <source>Find a network, token or stock and put it on this list</source>
        <translation>Buscar una red, un token o una acción y ponerlo en esta lista</translation>
    </message>
    <message>
        <source>Add own &amp;data …</source>
        <translation>Añadir &amp;datos propios …</translation>
    </message>
    <message>
        <source>Bring a CSV or Parquet file, or a JSON address, to the selected asset</source>
        <translation>Añadir al activo seleccionado un archivo CSV o Parquet, o una dirección JSON</translation>
    </message>
    <message>
        <source>New &amp;list …</source>
        <translation>&amp;Lista nueva …</translation>
    </message>
    <message>
        <source>Start another list</source>
        <translation>Empezar otra lista</translation>
    </message>
    <message>
        <source>New list by a &amp;rule …</source>
        <translation>Lista nueva por una &amp;regla …</translation>
    </message>
    <message>
        <source>A list whose members are all watched networks that satisfy a rule</source>
        <translation>Una lista cuyos miembros son todas las redes seguidas que cumplen una regla</translation>
    </message>
    <message>
        <source>Take a &amp;snapshot</source>
        <translation>&amp;Tomar una instantánea</translation>
    </message>
    <message>
        <source>Freeze the list as one file that can be verified and compared later</source>
        <translation>Congelar la lista en un archivo que se pueda verificar y comparar más tarde</translation>
    </message>
    <message>
        <source>Write a &amp;report …</source>
        <translation>Escribir un &amp;informe …</translation>
    </message>
    <message>
        <source>Write the list as a PDF</source>
        <translation>Escribir la lista como PDF</translation>
    </message>
    <message>
        <source>Export a &amp;table …</source>
        <translation>E&amp;xportar una tabla …</translation>
    </message>
    <message>
        <source>Write the list or its history as CSV, XLSX, JSON or Parquet</source>
        <translation>Escribir la lista o su historial como CSV, XLSX, JSON o Parquet</translation>
    </message>
    <message>
        <source>Export a &amp;picture …</source>
        <translation>Exportar una i&amp;magen …</translation>
    </message>
    <message>
        <source>Write the chart that is seen as PNG or SVG</source>
        <translation>Escribir el gráfico visible como PNG o SVG</translation>
    </message>
    <message>
        <source>Copy the chart as a p&amp;icture</source>
        <translation>C&amp;opiar el gráfico como imagen</translation>
    </message>
    <message>
        <source>Put the chart that is seen on the clipboard</source>
        <translation>Poner el gráfico visible en el portapapeles</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>&amp;Cerrar la ventana</translation>
    </message>
    <message>
        <source>Close the window; the program goes on in the notification area where that was chosen</source>
        <translation>Cerrar la ventana; el programa sigue en el área de notificación si así se eligió</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Save everything and leave</source>
        <translation>Guardar todo y salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>Deshacer la última edición</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Hacerlo de nuevo</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>&amp;Filtrar la lista</translation>
    </message>
    <message>
        <source>Show only rows that hold words, or do not hold them</source>
        <translation>Mostrar solo filas que contienen palabras, o que no las contienen</translation>
    </message>
    <message>
        <source>C&amp;hoose columns …</source>
        <translation>&amp;Elegir columnas …</translation>
    </message>
    <message>
        <source>Choose and order the columns of this list, any metric among them</source>
        <translation>Elegir y ordenar las columnas de esta lista, con cualquier métrica entre ellas</translation>
    </message>
    <message>
        <source>&amp;Note and tags …</source>
        <translation>&amp;Nota y etiquetas …</translation>
    </message>
    <message>
        <source>Write a note about the selected asset and give it tags</source>
        <translation>Escribir una nota sobre el activo elegido y darle etiquetas</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Preferencias …</translation>
    </message>
    <message>
        <source>Change how the program looks and works</source>
        <translation>Cambiar el aspecto y el funcionamiento del programa</translation>
    </message>
    <message>
        <source>&amp;Keys …</source>
        <translation>&amp;Claves …</translation>
    </message>
    <message>
        <source>Set, test and remove the keys of data providers</source>
        <translation>Poner, probar y quitar las claves de los proveedores de datos</translation>
    </message>
    <message>
        <source>&amp;Command palette …</source>
        <translation>&amp;Paleta de órdenes …</translation>
    </message>
    <message>
        <source>Find any command, panel or asset by a few letters</source>
        <translation>Encontrar cualquier orden, panel o activo con unas letras</translation>
    </message>
    <message>
        <source>Ne&amp;xt asset</source>
        <translation>Activo &amp;siguiente</translation>
    </message>
    <message>
        <source>Look at the next asset</source>
        <translation>Mirar el activo siguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious asset</source>
        <translation>Activo &amp;anterior</translation>
    </message>
    <message>
        <source>Look at the asset before</source>
        <translation>Mirar el activo anterior</translation>
    </message>
    <message>
        <source>Add a &amp;metric to the chart …</source>
        <translation>Añadir una &amp;métrica al gráfico …</translation>
    </message>
    <message>
        <source>Open another pane in the chart</source>
        <translation>Abrir otro panel en el gráfico</translation>
    </message>
    <message>
        <source>&amp;What is this number …</source>
        <translation>&amp;Qué es este número …</translation>
    </message>
    <message>
        <source>What a number says, how it is computed, what fools it and what it rests on</source>
        <translation>Qué dice un número, cómo se calcula, qué lo engaña y en qué se apoya</translation>
    </message>
    <message>
        <source>Write a n&amp;ote into the chart …</source>
        <translation>Escribir una n&amp;ota en el gráfico …</translation>
    </message>
    <message>
        <source>Mark a day in the chart with a text</source>
        <translation>Marcar un día en el gráfico con un texto</translation>
    </message>
    <message>
        <source>Close &amp;pane</source>
        <translation>Cerrar el &amp;panel</translation>
    </message>
    <message>
        <source>Close the pane of the chart that was used last</source>
        <translation>Cerrar el panel del gráfico que se usó el último</translation>
    </message>
    <message>
        <source>Switch between &amp;light and dark</source>
        <translation>Cambiar entre c&amp;laro y oscuro</translation>
    </message>
    <message>
        <source>Use the other theme until the system&apos;s is chosen again in the preferences</source>
        <translation>Usar el otro tema hasta que se vuelva a elegir el del sistema en las preferencias</translation>
    </message>
    <message>
        <source>&amp;Privacy screen</source>
        <translation>&amp;Pantalla privada</translation>
    </message>
    <message>
        <source>Hide values until the mouse points at them</source>
        <translation>Ocultar los valores hasta que el ratón los señale</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Usar toda la pantalla</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Mensajes</translation>
    </message>
    <message>
        <source>Show the messages of this session again</source>
        <translation>Mostrar de nuevo los mensajes de esta sesión</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>&amp;Restablecer la disposición</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>Devolver todos los paneles a donde estaban al principio</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>Parte sigui&amp;ente de la ventana</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window</source>
        <translation>Llevar el teclado a la parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Previ&amp;ous part of the window</source>
        <translation>Parte anteri&amp;or de la ventana</translation>
    </message>
    <message>
        <source>Move the keyboard to the part before</source>
        <translation>Llevar el teclado a la parte anterior</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>Pull what is due now</source>
        <translation>Obtener lo que toca ahora</translation>
    </message>
    <message>
        <source>Refresh &amp;everything</source>
        <translation>Actualizar &amp;todo</translation>
    </message>
    <message>
        <source>Pull everything now, whether it is due or not</source>
        <translation>Obtener todo ahora, toque o no</translation>
    </message>
    <message>
        <source>&amp;Stop refreshing</source>
        <translation>&amp;Detener la actualización</translation>
    </message>
    <message>
        <source>Stop pulling; what has arrived is kept</source>
        <translation>Dejar de obtener; lo que ha llegado se conserva</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin &amp;conexión</translation>
    </message>
    <message>
        <source>Contact nobody</source>
        <translation>No contactar con nadie</translation>
    </message>
    <message>
        <source>&amp;Shortcuts …</source>
        <translation>&amp;Atajos …</translation>
    </message>
    <message>
        <source>See all shortcuts, and change them</source>
        <translation>Ver todos los atajos y cambiarlos</translation>
    </message>
    <message>
        <source>&amp;New rule …</source>
        <translation>Regla &amp;nueva …</translation>
    </message>
    <message>
        <source>Be told when a number comes true</source>
        <translation>Recibir aviso cuando un número se cumple</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Reglas</translation>
    </message>
    <message>
        <source>Every rule and where it stands</source>
        <translation>Cada regla y su estado</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Bandeja</translation>
    </message>
    <message>
        <source>What came true, and when it was noticed</source>
        <translation>Qué se cumplió y cuándo se notó</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Comprobar ahora</translation>
    </message>
    <message>
        <source>Look at all rules now</source>
        <translation>Mirar todas las reglas ahora</translation>
    </message>
    <message>
        <source>Resume rules that &amp;paused themselves</source>
        <translation>Reanudar reglas que se &amp;pausaron solas</translation>
    </message>
    <message>
        <source>Let rules look again that came true too often</source>
        <translation>Dejar que vuelvan a mirar las reglas que se cumplieron demasiado</translation>
    </message>
    <message>
        <source>C&amp;hannels …</source>
        <translation>C&amp;anales …</translation>
    </message>
    <message>
        <source>Where messages go: desktop, mail, chat, your own server</source>
        <translation>A dónde van los mensajes: escritorio, correo, chat, su propio servidor</translation>
    </message>
    <message>
        <source>&amp;Silences …</source>
        <translation>&amp;Silencios …</translation>
    </message>
    <message>
        <source>Of what you want to hear nothing</source>
        <translation>De qué no quiere oír nada</translation>
    </message>
    <message>
        <source>I&amp;mport rules …</source>
        <translation>I&amp;mportar reglas …</translation>
    </message>
    <message>
        <source>Read rules from a file</source>
        <translation>Leer reglas de un archivo</translation>
    </message>
    <message>
        <source>&amp;Export rules …</source>
        <translation>E&amp;xportar reglas …</translation>
    </message>
    <message>
        <source>Write rules to a file</source>
        <translation>Escribir reglas en un archivo</translation>
    </message>
    <message>
        <source>Open the &amp;folder of the data</source>
        <translation>Abrir la &amp;carpeta de los datos</translation>
    </message>
    <message>
        <source>Show where it lies</source>
        <translation>Mostrar dónde están</translation>
    </message>
    <message>
        <source>&amp;Log …</source>
        <translation>&amp;Registro …</translation>
    </message>
    <message>
        <source>See what the program noted; keys are removed</source>
        <translation>Ver lo que anotó el programa; las claves están eliminadas</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Acerca de</translation>
    </message>
    <message>
        <source>Version, licences and where the data comes from</source>
        <translation>Versión, licencias y procedencia de los datos</translation>
    </message>
</context>
<context>
    <name>age</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>{n} w</source>
        <translation>{n} sem</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Name and symbol</source>
        <translation>Nombre y símbolo</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Newest price in US dollars</source>
        <translation>Precio más reciente en dólares de EE. UU.</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Change of the price in 24 hours</source>
        <translation>Cambio del precio en 24 horas</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>Change of the price in 7 days</source>
        <translation>Cambio del precio en 7 días</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>Change of the price in 30 days</source>
        <translation>Cambio del precio en 30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>Price of the last 90 days</source>
        <translation>Precio de los últimos 90 días</translation>
    </message>
    <message>
        <source>Retention W4</source>
        <translation>Retención S4</translation>
    </message>
    <message>
        <source>Share of the newcomers of four weeks ago who are active now, with its 95 % interval</source>
        <translation>Parte de los recién llegados de hace cuatro semanas que están activos ahora, con su intervalo del 95 %</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Verified items of all used items in the newest complete week</source>
        <translation>Elementos verificados de todos los usados en la semana completa más reciente</translation>
    </message>
    <message>
        <source>Recurring</source>
        <translation>Recurrente</translation>
    </message>
    <message>
        <source>Of those active in the last 4 complete weeks, the share active in at least 3</source>
        <translation>De los activos en las últimas 4 semanas completas, la parte activa en al menos 3</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Growth quality, 0 to 100</source>
        <translation>Calidad del crecimiento, de 0 a 100</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Coordination score, 0 to 100: a lens, not advice</source>
        <translation>Puntuación de coordinación, de 0 a 100: una lente, no un consejo</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Hollow growth; price ahead of or behind participation</source>
        <translation>Crecimiento hueco; precio por delante o por detrás de la participación</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Age of the newest data</source>
        <translation>Antigüedad de los datos más nuevos</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Rules that are true now</source>
        <translation>Reglas que se cumplen ahora</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>Sus etiquetas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Su nota</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Your group</source>
        <translation>Su grupo</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>The picture was not written</source>
        <translation>La imagen no se escribió</translation>
    </message>
    <message>
        <source>The picture was written</source>
        <translation>La imagen se escribió</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>El archivo no se escribió</translation>
    </message>
    <message>
        <source>The file was written</source>
        <translation>El archivo se escribió</translation>
    </message>
</context>
<context>
    <name>flag</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>flags</name>
    <message>
        <source>hollow</source>
        <translation>hueco</translation>
    </message>
    <message>
        <source>price ahead</source>
        <translation>precio por delante</translation>
    </message>
    <message>
        <source>price behind</source>
        <translation>precio por detrás</translation>
    </message>
</context>
<context>
    <name>kept_table</name>
    <message>
        <source>As shown on {when}</source>
        <translation>Como se mostró el {when}</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Retention after 1 week</source>
        <translation>Retención tras 1 semana</translation>
    </message>
    <message>
        <source>Of those who began 1 week earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 1 semana antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 2 weeks</source>
        <translation>Retención tras 2 semanas</translation>
    </message>
    <message>
        <source>Of those who began 2 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 2 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 3 weeks</source>
        <translation>Retención tras 3 semanas</translation>
    </message>
    <message>
        <source>Of those who began 3 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 3 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 4 weeks</source>
        <translation>Retención tras 4 semanas</translation>
    </message>
    <message>
        <source>Of those who began 4 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 4 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 5 weeks</source>
        <translation>Retención tras 5 semanas</translation>
    </message>
    <message>
        <source>Of those who began 5 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 5 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 6 weeks</source>
        <translation>Retención tras 6 semanas</translation>
    </message>
    <message>
        <source>Of those who began 6 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 6 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 7 weeks</source>
        <translation>Retención tras 7 semanas</translation>
    </message>
    <message>
        <source>Of those who began 7 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 7 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 8 weeks</source>
        <translation>Retención tras 8 semanas</translation>
    </message>
    <message>
        <source>Of those who began 8 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 8 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 9 weeks</source>
        <translation>Retención tras 9 semanas</translation>
    </message>
    <message>
        <source>Of those who began 9 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 9 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 10 weeks</source>
        <translation>Retención tras 10 semanas</translation>
    </message>
    <message>
        <source>Of those who began 10 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 10 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 11 weeks</source>
        <translation>Retención tras 11 semanas</translation>
    </message>
    <message>
        <source>Of those who began 11 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 11 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 12 weeks</source>
        <translation>Retención tras 12 semanas</translation>
    </message>
    <message>
        <source>Of those who began 12 weeks earlier, the share who took part again in this week.</source>
        <translation>De quienes empezaron 12 semanas antes, la parte que volvió a participar en esta semana.</translation>
    </message>
    <message>
        <source>Retention after 1 month</source>
        <translation>Retención tras 1 mes</translation>
    </message>
    <message>
        <source>Of those who began 1 month earlier, the share who took part again in this month.</source>
        <translation>De quienes empezaron 1 mes antes, la parte que volvió a participar en este mes.</translation>
    </message>
    <message>
        <source>Retention after 2 months</source>
        <translation>Retención tras 2 meses</translation>
    </message>
    <message>
        <source>Of those who began 2 months earlier, the share who took part again in this month.</source>
        <translation>De quienes empezaron 2 meses antes, la parte que volvió a participar en este mes.</translation>
    </message>
    <message>
        <source>Retention after 3 months</source>
        <translation>Retención tras 3 meses</translation>
    </message>
    <message>
        <source>Of those who began 3 months earlier, the share who took part again in this month.</source>
        <translation>De quienes empezaron 3 meses antes, la parte que volvió a participar en este mes.</translation>
    </message>
    <message>
        <source>Retention after 4 months</source>
        <translation>Retención tras 4 meses</translation>
    </message>
    <message>
        <source>Of those who began 4 months earlier, the share who took part again in this month.</source>
        <translation>De quienes empezaron 4 meses antes, la parte que volvió a participar en este mes.</translation>
    </message>
    <message>
        <source>Retention after 5 months</source>
        <translation>Retención tras 5 meses</translation>
    </message>
    <message>
        <source>Of those who began 5 months earlier, the share who took part again in this month.</source>
        <translation>De quienes empezaron 5 meses antes, la parte que volvió a participar en este mes.</translation>
    </message>
    <message>
        <source>Retention after 6 months</source>
        <translation>Retención tras 6 meses</translation>
    </message>
    <message>
        <source>Of those who began 6 months earlier, the share who took part again in this month.</source>
        <translation>De quienes empezaron 6 meses antes, la parte que volvió a participar en este mes.</translation>
    </message>
    <message>
        <source>Pooled retention after 1 week</source>
        <translation>Retención conjunta tras 1 semana</translation>
    </message>
    <message>
        <source>The share who took part again 1 week after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 1 semana después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Pooled retention after 4 weeks</source>
        <translation>Retención conjunta tras 4 semanas</translation>
    </message>
    <message>
        <source>The share who took part again 4 weeks after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 4 semanas después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Pooled retention after 8 weeks</source>
        <translation>Retención conjunta tras 8 semanas</translation>
    </message>
    <message>
        <source>The share who took part again 8 weeks after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 8 semanas después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Pooled retention after 12 weeks</source>
        <translation>Retención conjunta tras 12 semanas</translation>
    </message>
    <message>
        <source>The share who took part again 12 weeks after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 12 semanas después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Pooled retention after 1 month</source>
        <translation>Retención conjunta tras 1 mes</translation>
    </message>
    <message>
        <source>The share who took part again 1 month after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 1 mes después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Pooled retention after 3 months</source>
        <translation>Retención conjunta tras 3 meses</translation>
    </message>
    <message>
        <source>The share who took part again 3 months after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 3 meses después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Pooled retention after 6 months</source>
        <translation>Retención conjunta tras 6 meses</translation>
    </message>
    <message>
        <source>The share who took part again 6 months after they began, over the last few cohorts together.</source>
        <translation>La parte que volvió a participar 6 meses después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Retention at an age of your choice</source>
        <translation>Retención a una edad de su elección</translation>
    </message>
    <message>
        <source>Of a cohort, the share who took part exactly so many periods after they began.</source>
        <translation>De una cohorte, la parte que participó exactamente tantos períodos después de empezar.</translation>
    </message>
    <message>
        <source>Retention at an age or later</source>
        <translation>Retención a una edad o más tarde</translation>
    </message>
    <message>
        <source>Of a cohort, the share who took part so many periods after they began or at any time since.</source>
        <translation>De una cohorte, la parte que participó tantos períodos después de empezar o en cualquier momento desde entonces.</translation>
    </message>
    <message>
        <source>Retention within a span of ages</source>
        <translation>Retención dentro de un tramo de edades</translation>
    </message>
    <message>
        <source>Of a cohort, the share who took part at least once between two ages.</source>
        <translation>De una cohorte, la parte que participó al menos una vez entre dos edades.</translation>
    </message>
    <message>
        <source>Pooled retention at an age of your choice</source>
        <translation>Retención conjunta a una edad de su elección</translation>
    </message>
    <message>
        <source>The share who took part exactly so many periods after they began, over the last few cohorts together.</source>
        <translation>La parte que participó exactamente tantos períodos después de empezar, con las últimas cohortes juntas.</translation>
    </message>
    <message>
        <source>Cohort matrix</source>
        <translation>Matriz de cohortes</translation>
    </message>
    <message>
        <source>Every cohort at every age: who came back, when, and whether newer cohorts do better than older ones.</source>
        <translation>Cada cohorte a cada edad: quién volvió, cuándo, y si las cohortes nuevas lo hacen mejor que las antiguas.</translation>
    </message>
    <message>
        <source>Survival curve</source>
        <translation>Curva de supervivencia</translation>
    </message>
    <message>
        <source>The share of participants who take part for longer than a given number of weeks.</source>
        <translation>La parte de los participantes que participan más tiempo que un número dado de semanas.</translation>
    </message>
    <message>
        <source>Median lifetime</source>
        <translation>Permanencia mediana</translation>
    </message>
    <message>
        <source>The number of weeks after which half of all participants have left. None while fewer than half are lost.</source>
        <translation>El número de semanas tras las que la mitad de los participantes se ha ido. Ninguno mientras se haya perdido menos de la mitad.</translation>
    </message>
    <message>
        <source>New participants</source>
        <translation>Participantes nuevos</translation>
    </message>
    <message>
        <source>How many took part in the period who had never done so before.</source>
        <translation>Cuántos participaron en el período sin haberlo hecho nunca antes.</translation>
    </message>
    <message>
        <source>Retained participants</source>
        <translation>Participantes que se quedaron</translation>
    </message>
    <message>
        <source>How many took part both in the period and in the one before.</source>
        <translation>Cuántos participaron tanto en el período como en el anterior.</translation>
    </message>
    <message>
        <source>Returned participants</source>
        <translation>Participantes que volvieron</translation>
    </message>
    <message>
        <source>How many took part again after they had been away for at least one period.</source>
        <translation>Cuántos volvieron a participar tras haber estado fuera al menos un período.</translation>
    </message>
    <message>
        <source>Participants who left</source>
        <translation>Participantes que se fueron</translation>
    </message>
    <message>
        <source>How many took part in the period before and not in this one.</source>
        <translation>Cuántos participaron en el período anterior y no en este.</translation>
    </message>
    <message>
        <source>Quick ratio</source>
        <translation>Quick ratio</translation>
    </message>
    <message>
        <source>How many came, new or back, for each one who left. Above 1 the network gains participants.</source>
        <translation>Cuántos llegaron, nuevos o de vuelta, por cada uno que se fue. Por encima de 1 la red gana participantes.</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Abandono</translation>
    </message>
    <message>
        <source>Of those who took part in the period before, the share who did not come back in this one.</source>
        <translation>De quienes participaron en el período anterior, la parte que no volvió en este.</translation>
    </message>
    <message>
        <source>Daily active</source>
        <translation>Activos por día</translation>
    </message>
    <message>
        <source>How many different participants did something on the day.</source>
        <translation>Cuántos participantes distintos hicieron algo ese día.</translation>
    </message>
    <message>
        <source>Weekly active</source>
        <translation>Activos por semana</translation>
    </message>
    <message>
        <source>How many different participants did something in the week (Monday to Sunday, UTC).</source>
        <translation>Cuántos participantes distintos hicieron algo en la semana (de lunes a domingo, UTC).</translation>
    </message>
    <message>
        <source>Monthly active</source>
        <translation>Activos por mes</translation>
    </message>
    <message>
        <source>How many different participants did something in the calendar month.</source>
        <translation>Cuántos participantes distintos hicieron algo en el mes natural.</translation>
    </message>
    <message>
        <source>Active in 28 days</source>
        <translation>Activos en 28 días</translation>
    </message>
    <message>
        <source>How many different participants did something in the 28 days that end with the day.</source>
        <translation>Cuántos participantes distintos hicieron algo en los 28 días que terminan ese día.</translation>
    </message>
    <message>
        <source>Recurring in 3 of 4 weeks</source>
        <translation>Recurrente en 3 de 4 semanas</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 4 weeks, the share who did so in at least 3 of them.</source>
        <translation>De todos los que participaron en las últimas 4 semanas, la parte que lo hizo en al menos 3 de ellas.</translation>
    </message>
    <message>
        <source>Recurring in 2 of 4 weeks</source>
        <translation>Recurrente en 2 de 4 semanas</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 4 weeks, the share who did so in at least 2 of them.</source>
        <translation>De todos los que participaron en las últimas 4 semanas, la parte que lo hizo en al menos 2 de ellas.</translation>
    </message>
    <message>
        <source>Recurring in 4 of 4 weeks</source>
        <translation>Recurrente en 4 de 4 semanas</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 4 weeks, the share who did so in at least 4 of them.</source>
        <translation>De todos los que participaron en las últimas 4 semanas, la parte que lo hizo en al menos 4 de ellas.</translation>
    </message>
    <message>
        <source>Recurring in 6 of 8 weeks</source>
        <translation>Recurrente en 6 de 8 semanas</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 8 weeks, the share who did so in at least 6 of them.</source>
        <translation>De todos los que participaron en las últimas 8 semanas, la parte que lo hizo en al menos 6 de ellas.</translation>
    </message>
    <message>
        <source>Recurring in 9 of 12 weeks</source>
        <translation>Recurrente en 9 de 12 semanas</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last 12 weeks, the share who did so in at least 9 of them.</source>
        <translation>De todos los que participaron en las últimas 12 semanas, la parte que lo hizo en al menos 9 de ellas.</translation>
    </message>
    <message>
        <source>Recurring in k of m weeks</source>
        <translation>Recurrente en k de m semanas</translation>
    </message>
    <message>
        <source>Of everybody who took part in the last m weeks, the share who did so in at least k of them.</source>
        <translation>De todos los que participaron en las últimas m semanas, la parte que lo hizo en al menos k de ellas.</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Hábito de uso</translation>
    </message>
    <message>
        <source>The share of a 28-day crowd that shows up on an average day: how much of a habit the network is.</source>
        <translation>La parte del grupo de 28 días que aparece en un día medio: hasta qué punto la red es un hábito.</translation>
    </message>
    <message>
        <source>Active days in 28</source>
        <translation>Días activos de 28</translation>
    </message>
    <message>
        <source>How many participants were active on one day, on two, and so on up to all 28.</source>
        <translation>Cuántos participantes estuvieron activos un día, dos, y así hasta los 28.</translation>
    </message>
    <message>
        <source>One-time share</source>
        <translation>Cuota de una sola vez</translation>
    </message>
    <message>
        <source>Of all who began at least eight weeks ago, the share who were active on a single day and never again so far.</source>
        <translation>De todos los que empezaron hace al menos ocho semanas, la parte activa un solo día y nunca más hasta ahora.</translation>
    </message>
    <message>
        <source>Newcomers with a 2nd active day</source>
        <translation>Nuevos con un 2.º día activo</translation>
    </message>
    <message>
        <source>Of the newcomers of a week, the share who reached a 2nd active day within 28 days of beginning.</source>
        <translation>De los nuevos de una semana, la parte que alcanzó un 2.º día activo en los 28 días desde que empezó.</translation>
    </message>
    <message>
        <source>Newcomers with a 5th active day</source>
        <translation>Nuevos con un 5.º día activo</translation>
    </message>
    <message>
        <source>Of the newcomers of a week, the share who reached a 5th active day within 28 days of beginning.</source>
        <translation>De los nuevos de una semana, la parte que alcanzó un 5.º día activo en los 28 días desde que empezó.</translation>
    </message>
    <message>
        <source>Verification rate</source>
        <translation>Tasa de verificación</translation>
    </message>
    <message>
        <source>How much of what was used in a period was also verified in it.</source>
        <translation>Cuánto de lo usado en un período se verificó también en él.</translation>
    </message>
    <message>
        <source>Verifications</source>
        <translation>Verificaciones</translation>
    </message>
    <message>
        <source>How many proofs, attestations and signed settlements were made.</source>
        <translation>Cuántas pruebas, atestaciones y liquidaciones firmadas se hicieron.</translation>
    </message>
    <message>
        <source>Verified items</source>
        <translation>Elementos verificados</translation>
    </message>
    <message>
        <source>How many single uses were verified, batches counted with their size.</source>
        <translation>Cuántos usos individuales se verificaron, los lotes contados con su tamaño.</translation>
    </message>
    <message>
        <source>Verifiers</source>
        <translation>Verificadores</translation>
    </message>
    <message>
        <source>How many different participants verified something.</source>
        <translation>Cuántos participantes distintos verificaron algo.</translation>
    </message>
    <message>
        <source>Claimed items</source>
        <translation>Elementos afirmados</translation>
    </message>
    <message>
        <source>What is said to be settled without anything on chain that checks it.</source>
        <translation>Lo que se dice liquidado sin nada en la cadena que lo compruebe.</translation>
    </message>
    <message>
        <source>Time to verification, median</source>
        <translation>Tiempo hasta la verificación, mediana</translation>
    </message>
    <message>
        <source>How long the typical use waits until it is verified.</source>
        <translation>Cuánto espera el uso típico hasta ser verificado.</translation>
    </message>
    <message>
        <source>Time to verification, slowest tenth</source>
        <translation>Tiempo hasta la verificación, décima parte más lenta</translation>
    </message>
    <message>
        <source>How long the slowest tenth waits at least.</source>
        <translation>Cuánto espera como mínimo la décima parte más lenta.</translation>
    </message>
    <message>
        <source>Verifiers alive</source>
        <translation>Verificadores activos</translation>
    </message>
    <message>
        <source>Which part of the registered verifiers gave a sign of life in the period.</source>
        <translation>Qué parte de los verificadores registrados dio señales de vida en el período.</translation>
    </message>
    <message>
        <source>Payers of verified use</source>
        <translation>Pagadores del uso verificado</translation>
    </message>
    <message>
        <source>How many different participants paid for use of the kind that gets verified.</source>
        <translation>Cuántos participantes distintos pagaron por uso del tipo que se verifica.</translation>
    </message>
    <message>
        <source>Share of the largest payer</source>
        <translation>Cuota del mayor pagador</translation>
    </message>
    <message>
        <source>How much of the demand hangs on one payer.</source>
        <translation>Cuánto de la demanda depende de un pagador.</translation>
    </message>
    <message>
        <source>Paid within the payee&apos;s own cluster</source>
        <translation>Pagado dentro del propio grupo del receptor</translation>
    </message>
    <message>
        <source>How much of the demand may be a network&apos;s operators paying themselves.</source>
        <translation>Cuánto de la demanda puede ser de operadores de la red que se pagan a sí mismos.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 33 %</source>
        <translation>Coeficiente de Nakamoto al 33 %</translation>
    </message>
    <message>
        <source>How few participants together hold more than a third of everything.</source>
        <translation>Cuán pocos participantes reúnen más de un tercio de todo.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 50 %</source>
        <translation>Coeficiente de Nakamoto al 50 %</translation>
    </message>
    <message>
        <source>How few participants together hold more than half of everything.</source>
        <translation>Cuán pocos participantes reúnen más de la mitad de todo.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 67 %</source>
        <translation>Coeficiente de Nakamoto al 67 %</translation>
    </message>
    <message>
        <source>How few participants together hold more than two thirds of everything.</source>
        <translation>Cuán pocos participantes reúnen más de dos tercios de todo.</translation>
    </message>
    <message>
        <source>Gini coefficient</source>
        <translation>Coeficiente de Gini</translation>
    </message>
    <message>
        <source>How uneven the shares are: 0 when all hold the same, close to 1 when one holds nearly all.</source>
        <translation>Cuán desiguales son las cuotas: 0 si todos tienen lo mismo, cerca de 1 si uno tiene casi todo.</translation>
    </message>
    <message>
        <source>Herfindahl–Hirschman index</source>
        <translation>Índice de Herfindahl-Hirschman</translation>
    </message>
    <message>
        <source>The chance that two randomly drawn units belong to the same participant.</source>
        <translation>La probabilidad de que dos unidades al azar sean del mismo participante.</translation>
    </message>
    <message>
        <source>Share of the largest</source>
        <translation>Cuota del mayor</translation>
    </message>
    <message>
        <source>What the single largest participant holds.</source>
        <translation>Lo que tiene el mayor participante.</translation>
    </message>
    <message>
        <source>Share of the ten largest</source>
        <translation>Cuota de los diez mayores</translation>
    </message>
    <message>
        <source>What the ten largest participants hold together.</source>
        <translation>Lo que reúnen los diez mayores participantes.</translation>
    </message>
    <message>
        <source>Effective number of participants</source>
        <translation>Número efectivo de participantes</translation>
    </message>
    <message>
        <source>How many equal participants would be as diverse as these are.</source>
        <translation>Cuántos participantes iguales serían tan diversos como estos.</translation>
    </message>
    <message>
        <source>Effective number against head count</source>
        <translation>Número efectivo frente al recuento</translation>
    </message>
    <message>
        <source>How much of the head count really carries weight.</source>
        <translation>Cuánto del recuento pesa de verdad.</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 33 % (amounts)</source>
        <translation>Coeficiente de Nakamoto al 33 % (importes)</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 50 % (amounts)</source>
        <translation>Coeficiente de Nakamoto al 50 % (importes)</translation>
    </message>
    <message>
        <source>Nakamoto coefficient at 67 % (amounts)</source>
        <translation>Coeficiente de Nakamoto al 67 % (importes)</translation>
    </message>
    <message>
        <source>Gini coefficient (amounts)</source>
        <translation>Coeficiente de Gini (importes)</translation>
    </message>
    <message>
        <source>Herfindahl–Hirschman index (amounts)</source>
        <translation>Índice de Herfindahl-Hirschman (importes)</translation>
    </message>
    <message>
        <source>Share of the largest (amounts)</source>
        <translation>Cuota del mayor (importes)</translation>
    </message>
    <message>
        <source>Share of the ten largest (amounts)</source>
        <translation>Cuota de los diez mayores (importes)</translation>
    </message>
    <message>
        <source>Effective number of participants (amounts)</source>
        <translation>Número efectivo de participantes (importes)</translation>
    </message>
    <message>
        <source>Effective number against head count (amounts)</source>
        <translation>Número efectivo frente al recuento (importes)</translation>
    </message>
    <message>
        <source>Gini of rewards</source>
        <translation>Gini de las recompensas</translation>
    </message>
    <message>
        <source>How unevenly rewards are spread; read it next to the Gini of contributions.</source>
        <translation>Cuán desigual es el reparto de recompensas; léalo junto al Gini de las contribuciones.</translation>
    </message>
    <message>
        <source>Gini of contributions</source>
        <translation>Gini de las contribuciones</translation>
    </message>
    <message>
        <source>How unevenly the work is spread over those who contribute.</source>
        <translation>Cuán desigual es el reparto del trabajo entre quienes contribuyen.</translation>
    </message>
    <message>
        <source>Contributors who were rewarded</source>
        <translation>Contribuidores recompensados</translation>
    </message>
    <message>
        <source>Which part of those who contributed got anything for it in the same 28 days.</source>
        <translation>Qué parte de quienes contribuyen recibió algo por ello en los mismos 28 días.</translation>
    </message>
    <message>
        <source>Gap between raw and filtered</source>
        <translation>Brecha entre bruto y filtrado</translation>
    </message>
    <message>
        <source>Which part of a number rests on participants that show a pattern of manufactured activity.</source>
        <translation>Qué parte de un número se apoya en participantes que muestran un patrón de actividad fabricada.</translation>
    </message>
    <message>
        <source>Gap of retention after 4 weeks</source>
        <translation>Brecha de la retención tras 4 semanas</translation>
    </message>
    <message>
        <source>How much of retention after 4 weeks goes away without the participants that show a pattern; below zero it gains.</source>
        <translation>Cuánto desaparece de la retención tras 4 semanas sin los participantes que muestran un patrón; por debajo de cero, gana.</translation>
    </message>
    <message>
        <source>Gap of recurring participation</source>
        <translation>Brecha de la participación recurrente</translation>
    </message>
    <message>
        <source>How much of recurring participation goes away without the participants that show a pattern; below zero it gains.</source>
        <translation>Cuánto desaparece de la participación recurrente sin los participantes que muestran un patrón; por debajo de cero, gana.</translation>
    </message>
    <message>
        <source>Gap of new participants</source>
        <translation>Brecha de los nuevos participantes</translation>
    </message>
    <message>
        <source>How much of new participants goes away without the participants that show a pattern; below zero it gains.</source>
        <translation>Cuánto desaparece de los nuevos participantes sin los participantes que muestran un patrón; por debajo de cero, gana.</translation>
    </message>
    <message>
        <source>Participants with a pattern</source>
        <translation>Participantes con un patrón</translation>
    </message>
    <message>
        <source>Which part of a week&apos;s active participants show a pattern of manufactured activity.</source>
        <translation>Qué parte de los activos de una semana muestra un patrón de actividad fabricada.</translation>
    </message>
    <message>
        <source>Growth quality</source>
        <translation>Calidad del crecimiento</translation>
    </message>
    <message>
        <source>Whether growth is made of participants who come back, spread widely, without manufactured activity: 0 to 100.</source>
        <translation>Si el crecimiento se compone de participantes que vuelven, bien repartidos, sin actividad fabricada: de 0 a 100.</translation>
    </message>
    <message>
        <source>Hollow growth</source>
        <translation>Crecimiento hueco</translation>
    </message>
    <message>
        <source>A warning, not a score: more participants are counted while fewer of them come back.</source>
        <translation>Una advertencia, no una puntuación: se cuentan más participantes mientras menos de ellos vuelven.</translation>
    </message>
    <message>
        <source>Coordination score</source>
        <translation>Puntuación de coordinación</translation>
    </message>
    <message>
        <source>How well a network keeps people taking part, from 0 to 100. A lens, not advice.</source>
        <translation>Cómo de bien una red mantiene a la gente participando, de 0 a 100. Una lente, no un consejo.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>The last price of each UTC day in US dollars.</source>
        <translation>El último precio de cada día UTC en dólares de EE. UU.</translation>
    </message>
    <message>
        <source>Growth of 1</source>
        <translation>Crecimiento de 1</translation>
    </message>
    <message>
        <source>What 1 dollar at the first known price is worth.</source>
        <translation>Lo que vale 1 dólar puesto al primer precio conocido.</translation>
    </message>
    <message>
        <source>Log price</source>
        <translation>Precio logarítmico</translation>
    </message>
    <message>
        <source>The price on a scale on which equal steps are equal percentages.</source>
        <translation>El precio en una escala en la que pasos iguales son porcentajes iguales.</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>Caída desde el máximo</translation>
    </message>
    <message>
        <source>How far the price is below its highest so far.</source>
        <translation>Cuánto está el precio por debajo de su máximo hasta ahora.</translation>
    </message>
    <message>
        <source>Volatility, 28 days</source>
        <translation>Volatilidad, 28 días</translation>
    </message>
    <message>
        <source>How much the price typically moves in a day.</source>
        <translation>Cuánto se mueve el precio normalmente en un día.</translation>
    </message>
    <message>
        <source>Moving average, 7 days</source>
        <translation>Media móvil, 7 días</translation>
    </message>
    <message>
        <source>The price without its day-to-day noise.</source>
        <translation>El precio sin su ruido diario.</translation>
    </message>
    <message>
        <source>Moving average, 28 days</source>
        <translation>Media móvil, 28 días</translation>
    </message>
    <message>
        <source>Moving average, 90 days</source>
        <translation>Media móvil, 90 días</translation>
    </message>
    <message>
        <source>Moving average, 200 days</source>
        <translation>Media móvil, 200 días</translation>
    </message>
    <message>
        <source>Price change, 24 h</source>
        <translation>Cambio del precio, 24 h</translation>
    </message>
    <message>
        <source>How much the price moved over the span.</source>
        <translation>Cuánto se movió el precio en el tramo.</translation>
    </message>
    <message>
        <source>Price change, 7 days</source>
        <translation>Cambio del precio, 7 días</translation>
    </message>
    <message>
        <source>Price change, 28 days</source>
        <translation>Cambio del precio, 28 días</translation>
    </message>
    <message>
        <source>Price change, 30 days</source>
        <translation>Cambio del precio, 30 días</translation>
    </message>
    <message>
        <source>Trading volume</source>
        <translation>Volumen negociado</translation>
    </message>
    <message>
        <source>What was traded in a day, as the source states it.</source>
        <translation>Lo negociado en un día, según la fuente.</translation>
    </message>
    <message>
        <source>Market value</source>
        <translation>Valor de mercado</translation>
    </message>
    <message>
        <source>What all circulating tokens are worth at the last price, as the source states it.</source>
        <translation>Lo que valen todos los tokens en circulación al último precio, según la fuente.</translation>
    </message>
    <message>
        <source>Divergence of price and participation</source>
        <translation>Divergencia entre precio y participación</translation>
    </message>
    <message>
        <source>Whether price moved unusually far ahead of participation (above 0) or behind it (below 0). From 3.5 on it is marked: “price runs ahead of participation”, or behind it.</source>
        <translation>Si el precio se adelantó de forma inusual a la participación (por encima de 0) o se quedó atrás (por debajo de 0). Desde 3,5 se marca: «el precio va por delante de la participación» o por detrás.</translation>
    </message>
    <message>
        <source>Lead and lag against price</source>
        <translation>Adelanto y retraso frente al precio</translation>
    </message>
    <message>
        <source>Whether weekly changes of a metric tend to come before those of price, or after them.</source>
        <translation>Si los cambios semanales de una métrica suelen llegar antes que los del precio o después.</translation>
    </message>
</context>
<context>
    <name>missing</name>
    <message>
        <source>not published</source>
        <translation>no publicado</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>aún no leído</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>datos insuficientes</translation>
    </message>
    <message>
        <source>nothing to divide by</source>
        <translation>nada entre lo que dividir</translation>
    </message>
    <message>
        <source>does not exist for this asset</source>
        <translation>no existe para este activo</translation>
    </message>
    <message>
        <source>source failed</source>
        <translation>falló la fuente</translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation>las fuentes discrepan</translation>
    </message>
    <message>
        <source>Nothing was read yet, and you work offline: switch that off in the Data menu.</source>
        <translation>Aún no se ha leído nada y trabaja sin conexión: desactívelo en el menú Datos.</translation>
    </message>
    <message>
        <source>Nothing was read yet. Press F5 to pull what is due now.</source>
        <translation>Aún no se ha leído nada. Pulse F5 para obtener lo que toca ahora.</translation>
    </message>
    <message>
        <source>This network does not publish it, so nobody can know.</source>
        <translation>Esta red no lo publica, así que nadie puede saberlo.</translation>
    </message>
    <message>
        <source>Not enough complete periods yet. It fills as time passes.</source>
        <translation>Aún no hay suficientes períodos completos. Se llena con el tiempo.</translation>
    </message>
    <message>
        <source>There is nothing to divide by in any period.</source>
        <translation>En ningún período hay nada entre lo que dividir.</translation>
    </message>
    <message>
        <source>This does not exist for an asset of this kind.</source>
        <translation>Esto no existe para un activo de este tipo.</translation>
    </message>
    <message>
        <source>Its source failed. The Sources tab says how, and when it is tried again.</source>
        <translation>Su fuente falló. La pestaña Fuentes dice cómo y cuándo se intenta de nuevo.</translation>
    </message>
    <message>
        <source>Its sources disagree. The Sources tab shows the values set aside.</source>
        <translation>Sus fuentes discrepan. La pestaña Fuentes muestra los valores apartados.</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Watchlist</source>
        <translation>Lista de seguimiento</translation>
    </message>
    <message>
        <source>Your lists with the newest figures</source>
        <translation>Sus listas con las cifras más recientes</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Price above participation on one time axis</source>
        <translation>El precio sobre la participación en un mismo eje de tiempo</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>Cohortes</translation>
    </message>
    <message>
        <source>Who stayed, by cohort and age</source>
        <translation>Quién se quedó, por cohorte y edad</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Ciclo de vida</translation>
    </message>
    <message>
        <source>Who came, stayed, returned and left</source>
        <translation>Quién llegó, se quedó, volvió y se fue</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Who holds how much of the activity</source>
        <translation>Quién tiene cuánta de la actividad</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Patrones</translation>
    </message>
    <message>
        <source>Patterns of manufactured activity</source>
        <translation>Patrones de actividad fabricada</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>What of the use was verified, and how</source>
        <translation>Qué parte del uso se verificó y cómo</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Tesis</translation>
    </message>
    <message>
        <source>What you believe, and what would prove you wrong</source>
        <translation>Qué cree y qué le demostraría que se equivoca</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>The table behind the chart</source>
        <translation>La tabla detrás del gráfico</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Networks side by side</source>
        <translation>Redes una junto a otra</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>What changed since you last looked</source>
        <translation>Qué ha cambiado desde que miró por última vez</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>What came true, and when it was noticed</source>
        <translation>Qué se cumplió y cuándo se notó</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>When to tell you, and where each rule stands</source>
        <translation>Cuándo avisarle, y cómo está cada regla</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>Freeze the list, prove it later, compare two, write reports and tables</source>
        <translation>Congelar la lista, probarla más tarde, comparar dos, escribir informes y tablas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>How each source is doing, and what rests on it</source>
        <translation>Cómo está cada fuente y qué se apoya en ella</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>Sources: {names}</source>
        <translation>Fuentes: {names}</translation>
    </message>
    <message>
        <source>Made {time} UTC with {program}</source>
        <translation>Hecho {time} UTC con {program}</translation>
    </message>
    <message>
        <source>Bring a chart to the front, then try again.</source>
        <translation>Traiga un gráfico al frente e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no chart to take a picture of</source>
        <translation>No hay ningún gráfico del que hacer una imagen</translation>
    </message>
    <message>
        <source>The chart is on the clipboard</source>
        <translation>El gráfico está en el portapapeles</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>The data cannot be opened</source>
        <translation>No se pueden abrir los datos</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Retention</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
    <message>
        <source>Recurring participation</source>
        <translation>Participación recurrente</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Patrones</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Next to price</source>
        <translation>Junto al precio</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Otras</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Data and network</source>
        <translation>Datos y conexión</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Snapshots and backups</source>
        <translation>Instantáneas y copias de seguridad</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Light or dark colours; the system&apos;s own choice is followed while the program runs.</source>
        <translation>Colores claros u oscuros; se sigue la elección del sistema mientras el programa funciona.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Size of all text, compared with the system&apos;s.</source>
        <translation>Tamaño de todo el texto, comparado con el del sistema.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Colours for up and down</source>
        <translation>Colores para subida y bajada</translation>
    </message>
    <message>
        <source>Signs and arrows always say the same as the colour.</source>
        <translation>Los signos y las flechas dicen siempre lo mismo que el color.</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>Verde sube, rojo baja</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>Rojo sube, verde baja</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>Azul sube, naranja baja</translation>
    </message>
    <message>
        <source>Own colours</source>
        <translation>Colores propios</translation>
    </message>
    <message>
        <source>Own colour for up</source>
        <translation>Color propio para subida</translation>
    </message>
    <message>
        <source>Counts where own colours are chosen; it is lightened or darkened until it can be read on the background.</source>
        <translation>Vale donde se eligen colores propios; se aclara u oscurece hasta que se lee sobre el fondo.</translation>
    </message>
    <message>
        <source>Own colour for down</source>
        <translation>Color propio para bajada</translation>
    </message>
    <message>
        <source>Row height of tables</source>
        <translation>Altura de fila de las tablas</translation>
    </message>
    <message>
        <source>How much room a row of a table takes.</source>
        <translation>Cuánto espacio ocupa una fila de una tabla.</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Amplia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the program&apos;s texts.</source>
        <translation>Idioma de los textos del programa.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Form of numbers and dates</source>
        <translation>Formato de números y fechas</translation>
    </message>
    <message>
        <source>A locale such as de_DE or en_GB; empty means the system&apos;s.</source>
        <translation>Una configuración regional como de_DE o en_GB; vacío significa la del sistema.</translation>
    </message>
    <message>
        <source>Time zone of display</source>
        <translation>Zona horaria de la pantalla</translation>
    </message>
    <message>
        <source>A zone such as Europe/Berlin; empty means the system&apos;s. Periods are always counted in UTC.</source>
        <translation>Una zona como Europe/Berlin; vacío significa la del sistema. Los períodos se cuentan siempre en UTC.</translation>
    </message>
    <message>
        <source>Privacy screen</source>
        <translation>Pantalla privada</translation>
    </message>
    <message>
        <source>Hide values until the mouse points at them.</source>
        <translation>Ocultar los valores hasta que el ratón los señale.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>No fading and no sliding.</source>
        <translation>Sin fundidos ni deslizamientos.</translation>
    </message>
    <message>
        <source>Smallest cohort</source>
        <translation>Cohorte mínima</translation>
    </message>
    <message>
        <source>A share of fewer participants is drawn hollow, and no rule looks at it.</source>
        <translation>Una cuota de menos participantes se dibuja hueca y ninguna regla la mira.</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>participantes</translation>
    </message>
    <message>
        <source>Lost after</source>
        <translation>Perdido tras</translation>
    </message>
    <message>
        <source>A participant counts as lost after so many complete weeks without an event.</source>
        <translation>Un participante cuenta como perdido tras tantas semanas completas sin un evento.</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semanas</translation>
    </message>
    <message>
        <source>Recurring: active weeks</source>
        <translation>Recurrente: semanas activas</translation>
    </message>
    <message>
        <source>Who was active in at least so many of the weeks below takes part recurrently.</source>
        <translation>Quien estuvo activo en al menos tantas de las semanas de abajo participa de forma recurrente.</translation>
    </message>
    <message>
        <source>Recurring: out of</source>
        <translation>Recurrente: de</translation>
    </message>
    <message>
        <source>The number of complete weeks that are looked at.</source>
        <translation>El número de semanas completas que se miran.</translation>
    </message>
    <message>
        <source>Retention column after</source>
        <translation>Columna de retención tras</translation>
    </message>
    <message>
        <source>How many weeks after their first week the participants are looked for in the watchlist&apos;s column.</source>
        <translation>Cuántas semanas después de su primera semana se busca a los participantes en la columna de la lista.</translation>
    </message>
    <message>
        <source>Manufactured activity: strictness</source>
        <translation>Actividad fabricada: rigor</translation>
    </message>
    <message>
        <source>How sure a pattern must be before its participants are left out of the filtered numbers.</source>
        <translation>Cómo de seguro debe ser un patrón antes de excluir a sus participantes de los números filtrados.</translation>
    </message>
    <message>
        <source>Cautious</source>
        <translation>Prudente</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Estricto</translation>
    </message>
    <message>
        <source>Show filtered numbers first</source>
        <translation>Mostrar primero los números filtrados</translation>
    </message>
    <message>
        <source>Charts and the table start with the numbers without manufactured activity; the raw ones stay one click away.</source>
        <translation>Los gráficos y la tabla empiezan con los números sin actividad fabricada; los brutos quedan a un clic.</translation>
    </message>
    <message>
        <source>Count unchecked claims as verification</source>
        <translation>Contar afirmaciones no comprobadas como verificación</translation>
    </message>
    <message>
        <source>A claim that nothing on the chain checks stays out of the verification rate unless this is on.</source>
        <translation>Una afirmación que nada comprueba en la cadena queda fuera de la tasa de verificación salvo que esto esté activado.</translation>
    </message>
    <message>
        <source>Weight of retention</source>
        <translation>Peso de la retención</translation>
    </message>
    <message>
        <source>How much retention counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Cuánto cuenta la retención en la puntuación de coordinación; los pesos se ajustan a una suma de uno.</translation>
    </message>
    <message>
        <source>Weight of verification</source>
        <translation>Peso de la verificación</translation>
    </message>
    <message>
        <source>How much verification counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Cuánto cuenta la verificación en la puntuación de coordinación; los pesos se ajustan a una suma de uno.</translation>
    </message>
    <message>
        <source>Weight of recurring participation</source>
        <translation>Peso de la participación recurrente</translation>
    </message>
    <message>
        <source>How much recurring participation counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Cuánto cuenta la participación recurrente en la puntuación de coordinación; los pesos se ajustan a una suma de uno.</translation>
    </message>
    <message>
        <source>Weight of growth quality</source>
        <translation>Peso de la calidad del crecimiento</translation>
    </message>
    <message>
        <source>How much growth without manufactured activity counts in the coordination score; the weights are scaled to a sum of one.</source>
        <translation>Cuánto cuenta el crecimiento sin actividad fabricada en la puntuación de coordinación; los pesos se ajustan a una suma de uno.</translation>
    </message>
    <message>
        <source>Currency of prices</source>
        <translation>Moneda de los precios</translation>
    </message>
    <message>
        <source>Prices are pulled and shown in this currency.</source>
        <translation>Los precios se obtienen y se muestran en esta moneda.</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>Dólar de EE. UU.</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>Euro</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>Libra esterlina</translation>
    </message>
    <message>
        <source>Sources disagree from</source>
        <translation>Las fuentes discrepan desde</translation>
    </message>
    <message>
        <source>Two sources of one price that are further apart than this mark it as disputed.</source>
        <translation>Dos fuentes de un precio que difieren más que esto lo marcan como disputado.</translation>
    </message>
    <message>
        <source>Refresh at start</source>
        <translation>Actualizar al iniciar</translation>
    </message>
    <message>
        <source>Pull what is due as soon as the window is open.</source>
        <translation>Obtener lo que toca en cuanto se abre la ventana.</translation>
    </message>
    <message>
        <source>Refresh automatically</source>
        <translation>Actualizar automáticamente</translation>
    </message>
    <message>
        <source>Pull what is due while the program runs.</source>
        <translation>Obtener lo que toca mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Latest prices</source>
        <translation>Precios más recientes</translation>
    </message>
    <message>
        <source>How often the latest prices are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden los precios más recientes mientras el programa funciona.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Life signs of chains</source>
        <translation>Señales de vida de las cadenas</translation>
    </message>
    <message>
        <source>How often a chain&apos;s newest block is asked for while the program runs.</source>
        <translation>Con qué frecuencia se pide el bloque más nuevo de una cadena mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Daily history</source>
        <translation>Historial diario</translation>
    </message>
    <message>
        <source>How often daily prices and volumes are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden precios y volúmenes diarios mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Velas</translation>
    </message>
    <message>
        <source>How often candles are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden velas mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Explorer statistics</source>
        <translation>Estadísticas de exploradores</translation>
    </message>
    <message>
        <source>How often an explorer&apos;s own statistics are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden las estadísticas propias de un explorador mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Model downloads</source>
        <translation>Descargas de modelos</translation>
    </message>
    <message>
        <source>How often download counts of models are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden los recuentos de descargas de modelos mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>Desarrolladores</translation>
    </message>
    <message>
        <source>How often commits and other work of developers are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden commits y otro trabajo de desarrolladores mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Events of participants</source>
        <translation>Eventos de participantes</translation>
    </message>
    <message>
        <source>How often new events on the chains are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden eventos nuevos de las cadenas mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Warehouse queries</source>
        <translation>Consultas del almacén de datos</translation>
    </message>
    <message>
        <source>How often results of warehouse queries are asked for while the program runs.</source>
        <translation>Con qué frecuencia se piden resultados de consultas del almacén de datos mientras el programa funciona.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>The newest days are read again each time, so that late corrections are seen.</source>
        <translation>Los días más nuevos se leen de nuevo cada vez, para ver las correcciones tardías.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Old after</source>
        <translation>Antiguo tras</translation>
    </message>
    <message>
        <source>Data older than this is shown as old, beyond what its source publishes late anyway.</source>
        <translation>Los datos más antiguos que esto se muestran como antiguos, más allá de lo que su fuente publica tarde de por sí.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Trabajar sin conexión</translation>
    </message>
    <message>
        <source>Contact nobody; everything that was pulled before stays usable.</source>
        <translation>No contactar con nadie; todo lo obtenido antes sigue disponible.</translation>
    </message>
    <message>
        <source>Metered connection</source>
        <translation>Conexión de uso medido</translation>
    </message>
    <message>
        <source>Pull the latest prices and figures only; older history waits until this is off.</source>
        <translation>Obtener solo los precios y cifras más recientes; el historial antiguo espera hasta que esto se apague.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>An address such as http://127.0.0.1:3128 or socks5://127.0.0.1:9050; empty means the system&apos;s proxy. A name and password do not belong here.</source>
        <translation>Una dirección como http://127.0.0.1:3128 o socks5://127.0.0.1:9050; vacío significa el proxy del sistema. Un nombre y una contraseña no van aquí.</translation>
    </message>
    <message>
        <source>Hosts switched off</source>
        <translation>Hosts desactivados</translation>
    </message>
    <message>
        <source>These hosts are never contacted.</source>
        <translation>Nunca se contacta con estos hosts.</translation>
    </message>
    <message>
        <source>Further sources</source>
        <translation>Otras fuentes</translation>
    </message>
    <message>
        <source>Sources that are off at first and that you switched on.</source>
        <translation>Fuentes apagadas al principio y que usted activó.</translation>
    </message>
    <message>
        <source>Order of price sources</source>
        <translation>Orden de las fuentes de precio</translation>
    </message>
    <message>
        <source>The first source that has a price gives it; sources that are not named follow in the program&apos;s own order.</source>
        <translation>La primera fuente que tiene un precio lo da; las no nombradas siguen en el orden del propio programa.</translation>
    </message>
    <message>
        <source>Disk budget</source>
        <translation>Presupuesto de disco</translation>
    </message>
    <message>
        <source>The program says so before its data takes more room than this, and stops pulling older history.</source>
        <translation>El programa avisa antes de que sus datos ocupen más que esto y deja de obtener historial antiguo.</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Keep raw answers for</source>
        <translation>Conservar respuestas sin procesar durante</translation>
    </message>
    <message>
        <source>The last raw answer of each source is kept for this long, for the status page.</source>
        <translation>La última respuesta sin procesar de cada fuente se conserva este tiempo para la página de estado.</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Notificaciones de escritorio</translation>
    </message>
    <message>
        <source>Show a notification of the desktop when a rule comes true.</source>
        <translation>Mostrar una notificación de escritorio cuando se cumple una regla.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Played when a rule comes true.</source>
        <translation>Suena cuando se cumple una regla.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Nítido</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Rules are still evaluated; messages wait until the quiet hours are over.</source>
        <translation>Las reglas se siguen evaluando; los mensajes esperan hasta que pasen las horas de silencio.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Beginning of the quiet hours, in the time zone of display.</source>
        <translation>Comienzo de las horas de silencio, en la zona horaria de la pantalla.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>End of the quiet hours, in the time zone of display.</source>
        <translation>Fin de las horas de silencio, en la zona horaria de la pantalla.</translation>
    </message>
    <message>
        <source>Group messages within</source>
        <translation>Agrupar mensajes dentro de</translation>
    </message>
    <message>
        <source>Rules that come true this close together are told in one message.</source>
        <translation>Las reglas que se cumplen así de juntas se cuentan en un solo mensaje.</translation>
    </message>
    <message>
        <source>Most messages per channel</source>
        <translation>Máximo de mensajes por canal</translation>
    </message>
    <message>
        <source>A channel sends at most so many messages an hour; the rest is grouped.</source>
        <translation>Un canal envía como mucho tantos mensajes por hora; el resto se agrupa.</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>por hora</translation>
    </message>
    <message>
        <source>Pause a rule after</source>
        <translation>Pausar una regla tras</translation>
    </message>
    <message>
        <source>A rule that comes true this often within seven days is paused, and says so.</source>
        <translation>Una regla que se cumple tantas veces en siete días se pausa y lo dice.</translation>
    </message>
    <message>
        <source>firings</source>
        <translation>disparos</translation>
    </message>
    <message>
        <source>Catch up at most</source>
        <translation>Recuperar como mucho</translation>
    </message>
    <message>
        <source>Periods that were missed while the program was off are evaluated in order, this far back.</source>
        <translation>Los períodos perdidos mientras el programa estaba cerrado se evalúan en orden, hasta este punto atrás.</translation>
    </message>
    <message>
        <source>Allow private addresses</source>
        <translation>Permitir direcciones privadas</translation>
    </message>
    <message>
        <source>Let webhooks reach addresses of this computer and of the local network, also without encryption.</source>
        <translation>Permitir que los webhooks lleguen a direcciones de este equipo y de la red local, también sin cifrado.</translation>
    </message>
    <message>
        <source>Take snapshots</source>
        <translation>Tomar instantáneas</translation>
    </message>
    <message>
        <source>Freeze every list by itself; missed ones are not made up for.</source>
        <translation>Congelar cada lista por sí sola; las perdidas no se recuperan.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Cada día</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Cada mes</translation>
    </message>
    <message>
        <source>Snapshot when a rule comes true</source>
        <translation>Instantánea cuando se cumple una regla</translation>
    </message>
    <message>
        <source>Freeze the list at that moment, at most once a day.</source>
        <translation>Congelar la lista en ese momento, como mucho una vez al día.</translation>
    </message>
    <message>
        <source>Snapshots kept</source>
        <translation>Instantáneas conservadas</translation>
    </message>
    <message>
        <source>Older scheduled snapshots are removed; pinned ones never.</source>
        <translation>Las instantáneas programadas más antiguas se eliminan; las fijadas nunca.</translation>
    </message>
    <message>
        <source>Snapshots without notes</source>
        <translation>Instantáneas sin notas</translation>
    </message>
    <message>
        <source>Leave notes and theses out of scheduled snapshots.</source>
        <translation>Dejar notas y tesis fuera de las instantáneas programadas.</translation>
    </message>
    <message>
        <source>Make backups</source>
        <translation>Hacer copias de seguridad</translation>
    </message>
    <message>
        <source>One file with everything that was made and pulled; keys are never in it.</source>
        <translation>Un archivo con todo lo hecho y obtenido; las claves nunca están en él.</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>Copias conservadas</translation>
    </message>
    <message>
        <source>Older scheduled backups are removed.</source>
        <translation>Las copias programadas más antiguas se eliminan.</translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation>Carpeta de las copias</translation>
    </message>
    <message>
        <source>Empty means the folder of the program&apos;s data.</source>
        <translation>Vacío significa la carpeta de los datos del programa.</translation>
    </message>
    <message>
        <source>Density of pictures</source>
        <translation>Densidad de las imágenes</translation>
    </message>
    <message>
        <source>Pixels per point of exported and copied pictures.</source>
        <translation>Píxeles por punto de las imágenes exportadas y copiadas.</translation>
    </message>
    <message>
        <source>1×</source>
        <translation>1×</translation>
    </message>
    <message>
        <source>2×</source>
        <translation>2×</translation>
    </message>
    <message>
        <source>3×</source>
        <translation>3×</translation>
    </message>
    <message>
        <source>4×</source>
        <translation>4×</translation>
    </message>
    <message>
        <source>Theme of pictures and reports</source>
        <translation>Tema de imágenes e informes</translation>
    </message>
    <message>
        <source>Colours of what is exported.</source>
        <translation>Colores de lo que se exporta.</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Como en la pantalla</translation>
    </message>
    <message>
        <source>Paper of reports</source>
        <translation>Papel de los informes</translation>
    </message>
    <message>
        <source>Page size of PDF reports.</source>
        <translation>Tamaño de página de los informes PDF.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Icon in the notification area</source>
        <translation>Icono en el área de notificación</translation>
    </message>
    <message>
        <source>Shown where the desktop has such an area.</source>
        <translation>Se muestra donde el escritorio tiene tal área.</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Seguir en marcha al cerrar la ventana</translation>
    </message>
    <message>
        <source>Goes on pulling and watching from the notification area.</source>
        <translation>Sigue obteniendo y vigilando desde el área de notificación.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>Start with the desktop session.</source>
        <translation>Iniciar con la sesión de escritorio.</translation>
    </message>
    <message>
        <source>Open as it was left</source>
        <translation>Abrir como se dejó</translation>
    </message>
    <message>
        <source>Show the same list, network, panes and ranges as last time.</source>
        <translation>Mostrar la misma lista, red, paneles y rangos que la última vez.</translation>
    </message>
    <message>
        <source>List shown first</source>
        <translation>Lista mostrada primero</translation>
    </message>
    <message>
        <source>Id of a list; empty means the one that was shown last.</source>
        <translation>Identificador de una lista; vacío significa la última mostrada.</translation>
    </message>
    <message>
        <source>Detail of the log</source>
        <translation>Detalle del registro</translation>
    </message>
    <message>
        <source>Keys are removed from every line.</source>
        <translation>Las claves se eliminan de cada línea.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>Dónde se guardan las claves</translation>
    </message>
    <message>
        <source>Without a keyring of the system, keys last until the program is closed and are never written to a file.</source>
        <translation>Sin llavero del sistema, las claves duran hasta que se cierra el programa y nunca se escriben en un archivo.</translation>
    </message>
    <message>
        <source>Keyring of the system</source>
        <translation>Llavero del sistema</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Solo esta sesión</translation>
    </message>
    <message>
        <source>Remember the window&apos;s place</source>
        <translation>Recordar el lugar de la ventana</translation>
    </message>
    <message>
        <source>Open the window where it was closed.</source>
        <translation>Abrir la ventana donde se cerró.</translation>
    </message>
</context>
</TS>
