using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Rules.TenantPolicies;
using Portal.Rules.Text;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <param name="Advised">Null where nothing is advised.</param>
public sealed record SaidPolicy(string Label, string Value, string? Advised, bool IsWeaker);

/// <summary>Policies in words.</summary>
public sealed class PolicySayings(IStringLocalizer<PolicyText> text)
{
    private const int Longest = 200;

    /// <summary>The values of a group in force, with what is advised.</summary>
    public IReadOnlyList<SaidPolicy> Of(PortalTenant tenant, string group)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var values = ProfileValues.Of(tenant.Profile);
        return
        [
            .. PolicyFields.Of(group).Select(field =>
            {
                var (value, advised) = (values.GetValueOrDefault(field.Path), Advised(tenant, field.Path));
                return new SaidPolicy(Label(field.Path), Value(field.Path, value), advised is null ? null : Value(field.Path, advised),
                    advised is not null && PolicyStrength.IsWeaker(field.Path, value, advised));
            }),
        ];
    }

    public static string? Advised(PortalTenant tenant, string path)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return AdvisedPolicy.Of(path, tenant.IsStaffRealm, tenant.Factors.Mode == SecondFactorMode.Required);
    }

    /// <summary>What is in the file only goes by its path there.</summary>
    public string Label(string path) => PolicyFields.Find(path) is null ? path : text["Field." + path];

    public string Value(string path, string? value) => PolicyFields.Find(path) switch
    {
        null => value is null ? text["None"] : Shortened.WithEllipsis(value, Longest),
        _ when string.IsNullOrEmpty(value) => text["None"],
        PolicyField.Number => value,
        _ => string.Join(text["Comma"], PolicyWords.Of(value).Select(word => text["Word." + word])),
    };
}
