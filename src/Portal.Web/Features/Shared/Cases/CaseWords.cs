using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Cases;

/// <summary>What statuses, kinds and priorities of cases are called, and how they look.</summary>
public sealed class CaseWords(IStringLocalizer<CaseSharedText> text)
{
    public string Kind(CaseKind kind) => text["Kind." + kind];

    public string Priority(CasePriority priority) => text["Priority." + priority];

    /// <summary>A status as this side reads it: what waits for "you" waits for the customer at the desk.</summary>
    public string Status(CaseStatus status, CaseSide reader) =>
        text[reader == CaseSide.Agent && CaseRules.AwaitsCustomer(status) ? $"Desk.{status}" : $"Status.{status}"];

    public ListTag Tag(CaseStatus status, CaseSide reader) => new(Status(status, reader), Tone(status, reader));

    private static string Tone(CaseStatus status, CaseSide reader) => (status, reader) switch
    {
        (CaseStatus.New, _) => "purple",
        (CaseStatus.InProgress, _) => "info",
        (CaseStatus.AwaitingCustomer, CaseSide.Customer) => "orange",
        (CaseStatus.Resolved, CaseSide.Customer) => "warning",
        (CaseStatus.Closed, _) => "neutral",
        _ => "success",
    };
}
