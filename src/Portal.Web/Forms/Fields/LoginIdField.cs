using Portal.Rules.Text;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Forms.Fields;

/// <summary>A login ID in the form that the tenant's profile gives it.</summary>
/// <param name="Format">The profile's mask; null = letters, digits and a few signs.</param>
public sealed record LoginIdField(string? Format) : Field<string>
{
    private const int Shortest = 4;
    private const string Signs = "@._+-";

    public override FieldReading<string> Read(string typed)
    {
        var id = AsMasked(CanonicalText.Identifier(typed));
        return new(id, CodePoints.Count(id) switch
        {
            0 => new FieldFault.Missing(),
            > IdFormat.LongestId and var length => new FieldFault.TooLong(IdFormat.LongestId, length),
            _ when TextCheck.Find(id, multiline: false) is not null || CanonicalText.MixesScripts(id) || !Fits(id) =>
                new FieldFault.WrongForm(),
            _ => null,
        });
    }

    /// <summary>Letters stand as the mask has them, so that a list does not show one kind of ID in two ways.</summary>
    private string AsMasked(string id) => Format is not null && IdFormat.Fits(Format, id) ? IdFormat.Shown(Format, id) : id;

    private bool Fits(string id) => Format is not null
        ? IdFormat.Fits(Format, id)
        : id.Length >= Shortest && id.All(c => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal));
}
