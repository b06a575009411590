namespace Portal.Rules.WorkRequests;

/// <summary>Bounds of catalogue items and of what is asked for.</summary>
public static class WorkLimits
{
    /// <summary>A definition as JSON, in UTF-16 units.</summary>
    public const int Definition = 40_000;

    /// <summary>Fields of one form.</summary>
    public const int Fields = 20;

    /// <summary>Columns of a table: more do not fit beside each other.</summary>
    public const int Columns = 6;

    /// <summary>Rows of a table.</summary>
    public const int Rows = 20;

    /// <summary>Inputs of one form, all rows filled: a form carries 256 values, and some are not fields.</summary>
    public const int Inputs = 200;

    /// <summary>Options of one choice.</summary>
    public const int Options = 50;

    /// <summary>A line, in code points; a field can allow less.</summary>
    public const int Line = 200;

    /// <summary>A text of several lines, in code points; a field can allow less.</summary>
    public const int Text = 4_000;

    /// <summary>Title, category, label of a field, in code points.</summary>
    public const int Label = 60;

    /// <summary>A hint or a summary, in code points.</summary>
    public const int Hint = 200;

    /// <summary>Terms, in code points.</summary>
    public const int Terms = 2_000;

    /// <summary>What the provider says to a decision, in code points.</summary>
    public const int Reason = 2_000;

    /// <summary>The code of an item in addresses, and the key of a field.</summary>
    public const int Key = 40;

    /// <summary>What an item costs at most, in points.</summary>
    public const int Points = 100_000;

    /// <summary>How many working days an item says that it takes, and how far ahead a date has to be.</summary>
    public const int Days = 365;

    /// <summary>Plans and options that one item is for.</summary>
    public const int OnlyWith = 20;
}
