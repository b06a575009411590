namespace Portal.Web.Features.Dev;

/// <summary>One control of each kind, to be sent empty or filled.</summary>
public sealed class GalleryForm
{
    public string? FamilyName { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public DateOnly? Day { get; set; }
    public int? Quantity { get; set; }
    public string? Prefecture { get; set; }
    public string? Contact { get; set; }
    public IReadOnlyList<string> Notices { get; set; } = [];
    public string? Inquiry { get; set; }
    public string? Password { get; set; }
    public string? Code { get; set; }
    public bool Agree { get; set; }

    public IEnumerable<string> Missing() => new (string Name, string? Value)[]
    {
        (nameof(FamilyName), FamilyName), (nameof(Email), Email), (nameof(Prefecture), Prefecture), (nameof(Contact), Contact),
        (nameof(Inquiry), Inquiry), (nameof(Password), Password), (nameof(Code), Code), (nameof(Agree), Agree ? "true" : null),
    }.Where(field => string.IsNullOrWhiteSpace(field.Value)).Select(field => field.Name);
}
