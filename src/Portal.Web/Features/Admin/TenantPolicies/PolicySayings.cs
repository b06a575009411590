using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.SecondFactors;
using Portal.Rules.TenantPolicies;
using Portal.Rules.Text;
using Portal.Web.Domain.Tenants;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <param name="Advised">Null where nothing is advised.</param>
public sealed record SaidPolicy(string Label, string Value, string? Advised, bool IsWeaker);

/// <summary>Policies in words.</summary>
public sealed class PolicySayings(IStringLocalizer<PolicyText> text, CaseWords cases)
{
    private const int Longest = 200;

    private const string ApprovalActs = "approval.acts";

    /// <summary>The values of a group in force, with what is advised.</summary>
    public IReadOnlyList<SaidPolicy> Of(PortalTenant tenant, string group)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var values = ProfileValues.Of(tenant.Profile);
        if (group == PolicyFields.Targets)
        {
            return TargetsOf(tenant);
        }

        return
        [
            .. PolicyFields.Of(group).Select(field =>
            {
                var (value, advised) = (values.GetValueOrDefault(field.Path), Advised(tenant, field.Path));
                return new SaidPolicy(Label(field.Path), Value(field.Path, value), advised is null ? null : Value(field.Path, advised),
                    advised is not null && !PolicyStrength.IsIdle(field.Path, values)
                        && PolicyStrength.IsWeaker(field.Path, value, advised));
            }),
        ];
    }

    public static string? Advised(PortalTenant tenant, string path)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return AdvisedPolicy.Of(path, tenant.IsStaffRealm, tenant.Factors.Mode == SecondFactorMode.Required);
    }

    /// <summary>What is in the file only goes by its path there.</summary>
    public string Label(string path) =>
        PolicyFields.Find(path) is not null || path is ApprovalActs or "approval.hours" ? text["Field." + path]
        : TargetLines.Place(path) is var (line, part) && part.Length > 0 ? text["Target.Part", line, text["Target." + part]]
        : path;

    public string Value(string path, string? value) => PolicyFields.Find(path) switch
    {
        null when TargetLines.Place(path).Part is { Length: > 0 } part && !string.IsNullOrEmpty(value) => TargetWord(part, value),
        null when path == ApprovalActs && !string.IsNullOrEmpty(value) =>
            string.Join(text["Comma"], PolicyWords.Of(value).Select(word => text["Word." + word])),
        null => value is null ? text["None"] : Shortened.WithEllipsis(value, Longest),
        _ when string.IsNullOrEmpty(value) => text["None"],
        PolicyField.Number or PolicyField.Clock or PolicyField.Signs or PolicyField.Line => value,
        PolicyField.Days => string.Join(text["Comma"], PolicyWords.Of(value)),
        _ => string.Join(text["Comma"], PolicyWords.Of(value).Select(word => text["Word." + word])),
    };

    /// <summary>Kinds and priorities that a form offers.</summary>
    public IReadOnlyList<Choice> Kinds =>
        [.. Enum.GetValues<CaseKind>().Select(kind => new Choice(TargetLines.Word(kind), cases.Kind(kind)))];

    public IReadOnlyList<Choice> Priorities =>
        [.. Enum.GetValues<CasePriority>().Select(priority => new Choice(TargetLines.Word(priority), cases.Priority(priority)))];

    private IReadOnlyList<SaidPolicy> TargetsOf(PortalTenant tenant)
    {
        var lines = TargetTable.Lines(tenant.ResponseTargets);
        return lines.Count == 0
            ? [new SaidPolicy(text["Field.cases.targets"], text["None"], null, false)]
            : [.. lines.Select(line => new SaidPolicy(
                text["Target.For", line.Kinds is [var kind] ? cases.Kind(kind) : text["Target.AllKinds"].Value,
                    line.Priority is { } priority ? cases.Priority(priority) : text["Target.AllPriorities"].Value],
                text["Target.Hours", line.FirstAnswerHours, line.NextAnswerHours, line.SolutionHours], null, false))];
    }

    private string TargetWord(string part, string value) => part switch
    {
        TargetLines.Kind => string.Join(text["Comma"], PolicyWords.Of(value)
            .Select(word => Kinds.FirstOrDefault(kind => kind.Value == word)?.Text ?? word)),
        TargetLines.Priority => Priorities.FirstOrDefault(priority => priority.Value == value)?.Text ?? value,
        _ => value,
    };
}
