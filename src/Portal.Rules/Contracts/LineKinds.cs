namespace Portal.Rules.Contracts;

/// <summary>What a line of a contract can be, where it is no telephone line: those follow from their numbers.</summary>
public static class LineKinds
{
    /// <summary>What lines are that come with a file of contracts.</summary>
    public const string Usual = "access";

    /// <summary>Those that the staff chooses from.</summary>
    public static readonly IReadOnlyList<string> All = [Usual, "backup", "line"];

    /// <summary>Whether a line can become that.</summary>
    /// <param name="kind">What was chosen.</param>
    /// <param name="present">What it is; it may stay, whatever it is. Null for a new one.</param>
    public static bool Offers(string kind, string? present) => All.Contains(kind) || kind == present;
}
