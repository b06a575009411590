namespace Portal.Rules.WorkRequests;

/// <summary>A text in both languages of the catalogue.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record WorkText(string Ja, string En)
{
    /// <summary>In the reader's language.</summary>
    /// <param name="language">"ja"; anything else is English.</param>
    public string In(string language) => language == "ja" ? Ja : En;
}

/// <summary>What a field takes.</summary>
public enum WorkFieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An IP address, or a network of them.</summary>
    IpAddress,

    /// <summary>Attachments; a form has one such field.</summary>
    File,

    /// <summary>Rows of other fields.</summary>
    Table,
}

/// <summary>One of the options of a choice.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What people read.</param>
public sealed record WorkOption(string Value, WorkText Label);

/// <summary>One field of a form.</summary>
/// <param name="Key">Its name in forms and answers, unique beside its neighbours.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Label">What people read beside it.</param>
public sealed record WorkField(string Key, WorkFieldType Type, WorkText Label)
{
    /// <summary>What helps to fill it in.</summary>
    public WorkText? Hint { get; init; }

    /// <summary>It cannot be left empty; of a table, at least one row is needed.</summary>
    public bool Required { get; init; }

    /// <summary>Of a text, in code points.</summary>
    public int Longest { get; init; }

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<WorkOption> Options { get; init; } = [];

    /// <summary>Of a date: the first that can be chosen, in days from today; null for any.</summary>
    public int? DaysAhead { get; init; }

    /// <summary>
    /// Of a date: the key of a date beside it and before it, which it does not come before; null for none.
    /// </summary>
    public string? NotBefore { get; init; }

    /// <summary>Of a table.</summary>
    public IReadOnlyList<WorkField> Columns { get; init; } = [];

    /// <summary>Of a table.</summary>
    public int MostRows { get; init; }
}

/// <summary>An item of the catalogue as data: what it is, what it costs, what has to be said (WORK-1).</summary>
/// <param name="Title">Its name.</param>
/// <param name="Summary">One sentence for its card.</param>
/// <param name="Category">Under which heading it stands.</param>
/// <param name="Points">What it costs; 0 for nothing.</param>
public sealed record WorkDefinition(WorkText Title, WorkText Summary, WorkText Category, int Points)
{
    /// <summary>How many working days it usually takes; null where nobody says.</summary>
    public int? Days { get; init; }

    /// <summary>What whoever asks for it agrees to; null for nothing.</summary>
    public WorkText? Terms { get; init; }

    /// <summary>The form, in its order.</summary>
    public IReadOnlyList<WorkField> Fields { get; init; } = [];

    /// <summary>The field of attachments; every form takes some, and this one says which.</summary>
    public WorkField? Files => Fields.FirstOrDefault(each => each.Type == WorkFieldType.File);
}
