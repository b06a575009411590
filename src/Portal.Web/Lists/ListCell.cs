namespace Portal.Web.Lists;

/// <summary>What stands in one place of a list, the same on the screen and in a file.</summary>
public abstract record ListCell
{
    private ListCell()
    {
    }

    /// <summary>As a file has it: text, number, or moment in the reader's zone.</summary>
    public abstract object? InFile(ReaderZone zone);

    /// <param name="Value">Null shows a dash on the screen.</param>
    public sealed record Text(string? Value) : ListCell
    {
        public override object? InFile(ReaderZone zone) => Value;
    }

    /// <summary>A key or number that people copy.</summary>
    public sealed record Code(string Value) : ListCell
    {
        public override object? InFile(ReaderZone zone) => Value;
    }

    /// <summary>Text that stays on one line, such as a phone number.</summary>
    public sealed record Whole(string Value) : ListCell
    {
        public override object? InFile(ReaderZone zone) => Value;
    }

    /// <summary>A login ID or e-mail address; too long for its place, it breaks behind the @ alone.</summary>
    public sealed record Address(string? Value) : ListCell
    {
        public override object? InFile(ReaderZone zone) => Value;
    }

    public sealed record Number(int Value) : ListCell
    {
        /// <summary>On the screen, where the number alone says too little.</summary>
        public string? Shown { get; init; }

        public override object? InFile(ReaderZone zone) => Value;
    }

    public sealed record Moment(DateTimeOffset? Value) : ListCell
    {
        public override object? InFile(ReaderZone zone)
        {
            ArgumentNullException.ThrowIfNull(zone);
            return Value is { } at ? zone.ToZone(at) : null;
        }
    }

    /// <summary>A day, which has no zone.</summary>
    public sealed record Day(DateOnly? Value) : ListCell
    {
        public override object? InFile(ReaderZone zone) => Value?.ToString("yyyy'/'MM'/'dd", null);
    }

    /// <summary>States in words.</summary>
    public sealed record Tags(IReadOnlyList<ListTag> Values) : ListCell
    {
        public override object? InFile(ReaderZone zone) => string.Join(' ', Values.Select(tag => tag.Label));
    }

    /// <summary>Several short facts, one below the other.</summary>
    public sealed record Facts(IReadOnlyList<string> Values) : ListCell
    {
        public override object? InFile(ReaderZone zone) => string.Join(", ", Values);
    }

    /// <summary>Several things in one place, one below the other.</summary>
    public sealed record Lines(params IReadOnlyList<ListCell> Cells) : ListCell
    {
        public override object? InFile(ReaderZone zone) =>
            string.Join(' ', Cells.Select(cell => cell.InFile(zone)).OfType<object>().Where(value => value is not ""));
    }

    public sealed record Link(string Href, ListCell Shown) : ListCell
    {
        public override object? InFile(ReaderZone zone) => Shown.InFile(zone);
    }

    /// <summary>Leads to where something can be done about the row; a file leads nowhere.</summary>
    /// <param name="About">What it is about, for those who hear it out of its row.</param>
    public sealed record Lead(string Href, string Label, string About) : ListCell
    {
        public override object? InFile(ReaderZone zone) => null;
    }

    /// <summary>A form with one button; in files there is nothing to press.</summary>
    public sealed record Act(string Action, string Label, string About) : ListCell
    {
        /// <summary>
        /// The answer opens in a tab of its own, which knows this one and ends with it.
        /// </summary>
        public bool InNewTab { get; init; }

        public override object? InFile(ReaderZone zone) => null;
    }
}

/// <param name="Tone">neutral, info, success, warning, error, purple or orange.</param>
public sealed record ListTag(string Label, string Tone);

/// <summary>The zone in which somebody reads moments.</summary>
/// <param name="InWords">To be put after the heading of a column of moments (FILE-2).</param>
public sealed record ReaderZone(Func<DateTimeOffset, DateTimeOffset> ToZone, string InWords);
