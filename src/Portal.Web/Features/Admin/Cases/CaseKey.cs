using System.Globalization;
using Portal.Rules.Cases;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>
/// A case over all tenants, as it stands in forms and addresses: "security.CS0000012", or with what of it was seen.
/// </summary>
/// <param name="Version">The case as it stood on the page that asks; null for one that nothing was said of.</param>
public readonly record struct CaseKey(string Site, int Number, int? Version = null)
{
    public static CaseKey? Parse(string? text)
    {
        if (text?.Split('.') is not [{ Length: > 0 } site, var number, .. var rest] || rest.Length > 1
            || CaseNumber.Read(number) is not { } read)
        {
            return null;
        }

        return rest is not [var seen] ? new CaseKey(site, read)
            : int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new CaseKey(site, read, version)
            : null;
    }

    public override string ToString() => $"{Site}.{CaseNumber.Of(Number)}{(Version is { } version ? $".{version}" : "")}";
}
