namespace Portal.Rules.OptionServices;

/// <summary>Somebody who is called often.</summary>
/// <param name="Name">As the user calls them.</param>
/// <param name="Number">In its canonical form.</param>
public sealed record Favourite(string Name, string Number);
