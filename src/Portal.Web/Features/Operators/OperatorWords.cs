using System.Globalization;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators;

/// <summary>The tenant's own words for the IDs of a contract: operators, users, contacts.</summary>
public sealed class OperatorWords(CurrentTenant tenant)
{
    public OperatorsProfile Profile => tenant.Value.Profile.Operators ?? throw new InvalidOperationException("The tenant has no words for the IDs of a contract.");

    /// <summary>As inside a sentence, like the other two.</summary>
    public string One => Inside(Profile.One.ToString());

    public string Many => Inside(Profile.Many.ToString());

    public string Manager => Inside(Profile.Manager.ToString());

    public string Id => Title(Profile.Id.ToString());

    public string ManyTitle => Title(Many);

    public string IdHint => Profile.IdHint?.ToString() ?? "";

    /// <summary>A day, which has no time zone.</summary>
    public static string Date(DateOnly? day) =>
        day?.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "yyyy'/'MM'/'dd" : "d MMM yyyy", CultureInfo.CurrentCulture) ?? "";

    public bool HasField(string field) => Profile.Fields.Contains(field);

    /// <summary>A word as it stands inside a sentence; an abbreviation keeps its capitals.</summary>
    public static string Inside(string word) => word.Length < 2 || char.IsUpper(word[1]) ? word : char.ToLowerInvariant(word[0]) + word[1..];

    private static string Title(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
