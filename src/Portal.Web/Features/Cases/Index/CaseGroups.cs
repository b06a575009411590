namespace Portal.Web.Features.Cases.Index;

/// <summary>
/// The parameters of the list's address that may come more than once: the guard of all input refuses others. <see
/// cref="CaseFilter"/> reads them, from an address as from a saved filter.
/// </summary>
public sealed class CaseGroups
{
    public IList<string> G1 { get; set; } = [];

    public IList<string> G2 { get; set; } = [];

    public IList<string> G3 { get; set; } = [];

    public IList<string> G4 { get; set; } = [];

    public IList<string> G5 { get; set; } = [];
}
