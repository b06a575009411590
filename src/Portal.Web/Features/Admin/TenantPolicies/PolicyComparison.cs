using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>One's own version of policies beside the one that somebody put in force meanwhile (SAFE-1).</summary>
public sealed class PolicyComparison(PolicySayings sayings, IStringLocalizer<PolicyText> text)
{
    private const string Reason = nameof(PolicyForm.Reason);

    /// <summary>The fields of a group as they were typed, and as they are by now.</summary>
    public IReadOnlyList<ComparedField> Of(PolicyForm form, PolicyContent content, Tenant row)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(content);
        var profile = Read(row);
        var (own, newer) = (ProfileValues.Of(content.Profile), ProfileValues.Of(profile));
        return
        [
            .. form.Fields.SelectMany(field => field is PolicyField.Targets
                ? Targets(form, new PortalTenant(row.Id, false, row.Version, profile))
                :
                [
                    new ComparedField(field.Name, sayings.Label(field.Path),
                        sayings.Value(field.Path, own.GetValueOrDefault(field.Path)),
                        sayings.Value(field.Path, newer.GetValueOrDefault(field.Path)))
                    {
                        Sent = Sent(form, field),
                    },
                ]),
            Why(content.Reason),
        ];
    }

    /// <summary>In what two whole profiles differ; one's own is to take the place of the row's.</summary>
    public IReadOnlyList<ComparedField> Of(PolicyContent content, Tenant row)
    {
        ArgumentNullException.ThrowIfNull(content);
        return
        [
            .. ProfileComparison.Between(Read(row), content.Profile).Select(change => new ComparedField(change.Path,
                sayings.Label(change.Path), sayings.Value(change.Path, ProfileValues.Text(change.After)),
                sayings.Value(change.Path, ProfileValues.Text(change.Before)))
            {
                Sent = [],
            }),
            Why(content.Reason),
        ];
    }

    private static TenantProfile Read(Tenant row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ProfileJson.Understand(row.Profile);
    }

    private static IReadOnlyList<string> Sent(PolicyForm form, PolicyField field) => field is PolicyField.List
        ? form.Words(field.Name) ?? []
        : form.Values.GetValueOrDefault(field.Key) is { Length: > 0 } typed ? [typed] : [];

    /// <summary>Line by line, and of each what it has.</summary>
    private IEnumerable<ComparedField> Targets(PolicyForm form, PortalTenant latest)
    {
        var newer = new PolicyForm { Tenant = latest, Group = form.Group };
        TargetLines.Prefill(newer);
        return Enumerable.Range(0, TargetLines.Most).SelectMany(line => TargetLines.Parts.Select(part =>
        {
            var (key, path) = (TargetLines.Key(line, part), $"cases.targets[{line}].{part}");
            var (own, other) = (Given(form.Values.GetValueOrDefault(key)), Given(newer.Values.GetValueOrDefault(key)));
            return own is null && other is null ? null
                : new ComparedField($"Values[{key}]", sayings.Label(path), sayings.Value(path, own), sayings.Value(path, other))
                {
                    Sent = own is null ? [] : [own],
                };
        })).OfType<ComparedField>();
    }

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private ComparedField Why(string reason) => new(Reason, text["Field." + Reason], reason, null);
}
