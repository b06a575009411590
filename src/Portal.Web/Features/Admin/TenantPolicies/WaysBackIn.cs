using System.Text.Json.Nodes;
using Portal.Web.Domain.Telephony;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// What a way back in needs beyond the group in whose form it is chosen (ADMIN-3): a temporary password is mailed where
/// people ask for one by keyword and nowhere else, and calls are taken where something signs them.
/// </summary>
public sealed class WaysBackIn(VoiceSecrets secrets)
{
    /// <summary>The path of the switch for calls.</summary>
    public const string ByPhone = "temporaryPassword.byPhone";

    private const string Method = "recovery.method";
    private const string ByMail = "temporaryPassword.byMail";

    /// <summary>Puts beside another way what goes with it.</summary>
    /// <param name="values">Of a form, by path.</param>
    public static void Complete(TenantProfile former, IDictionary<string, JsonNode?> values)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(values);
        if (values.TryGetValue(Method, out var method) && ProfileValues.Text(method) is { } chosen && chosen != former.Recovery?.Method
            && former.TemporaryPassword is not null)
        {
            values[ByMail] = chosen == RecoveryProfile.ByKeyword;
        }
    }

    /// <summary>Calls would be taken that nothing could check, so that everybody was told to call in vain.</summary>
    public bool AreUnsigned(PortalTenant tenant, TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(profile);
        return profile.TemporaryPassword is { ByPhone: true } && !tenant.TemporaryPasswords.ByPhone && !secrets.Has(tenant);
    }
}
