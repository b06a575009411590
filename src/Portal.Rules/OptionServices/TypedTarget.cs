namespace Portal.Rules.OptionServices;

/// <summary>What somebody typed as a number to be called.</summary>
/// <param name="Number">In its canonical form; null where it is none.</param>
/// <param name="Use">What it is for.</param>
/// <param name="IsEmpty">Nothing was typed.</param>
public sealed record TypedTarget(string? Number, NumberUse Use, bool IsEmpty = false);
