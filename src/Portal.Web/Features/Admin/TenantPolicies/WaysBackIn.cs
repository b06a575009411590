using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Telephony;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// What a way back in needs beyond the group in whose form it is chosen (ADMIN-3): a temporary password is mailed where
/// people ask for one by keyword and nowhere else, and calls are taken where something signs them.
/// </summary>
public sealed class WaysBackIn(VoiceSecrets secrets, IStringLocalizer<PolicyText> text)
{
    private const string Method = "recovery.method";
    private const string ByMail = "temporaryPassword.byMail";
    private const string ByPhone = "temporaryPassword.byPhone";

    /// <param name="values">Of the form, by path; what belongs to a choice is put beside it.</param>
    public void Complete(PortalTenant tenant, IDictionary<string, JsonNode?> values, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(reader);
        var (recovery, temporary) = (tenant.Profile.Recovery, tenant.Profile.TemporaryPassword);
        if (values.TryGetValue(Method, out var method) && ProfileValues.Text(method) is { } chosen && chosen != recovery?.Method
            && temporary is not null)
        {
            values[ByMail] = chosen == RecoveryProfile.ByKeyword;
        }

        if (values.TryGetValue(ByPhone, out var byPhone) && ProfileValues.Text(byPhone) == "true" && temporary is { ByPhone: false }
            && !secrets.Has(tenant))
        {
            reader.Add(PolicyFields.Find(ByPhone)!.Name, text["PhoneUnsigned"]);
        }
    }
}
