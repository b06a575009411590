using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.LinkedAdministrators;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>
/// A linked manager begins with its administrator IDs, each with the button that opens it; what needs a confirmation
/// comes first.
/// </summary>
public sealed class LinkedHomeSection(LinkReading links, CurrentSession session, Offers offers, TenantClock clock,
    IStringLocalizer<LinkedText> text) : IHomeSection
{
    private IReadOnlyList<LinkedId>? read;

    private bool IsMine => session.Role == AccountRole.LinkedManager && offers.HasPage(LinkedPaths.Ids);

    public async Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        if (!IsMine)
        {
            return [];
        }

        var rows = await ReadAsync();
        return rows.Count == 0
            ? [new(HomeTone.Advice, text["TaskFirst"], null, text["TaskFirstText"], text["LinkTitle"], LinkedPaths.Link)]
            : [.. rows.Select(Task).OfType<HomeTask>()];
    }

    public async Task<HomePanel?> PanelAsync() => IsMine
        ? new HomePanel("linked-ids", text["IdsTitle"], "/Features/LinkedAdministrators/_Ids.cshtml", await ReadAsync())
        : null;

    private HomeTask? Task(LinkedId linked) => linked.Decision switch
    {
        LinkDecision.Opens { ConfirmBefore: { } until } => new(HomeTone.Soon, text["TaskConfirm", linked.Administrator.UserName!], null,
            text["ConfirmUntil", clock.Zone.DayOf(until).ToString("d", System.Globalization.CultureInfo.CurrentCulture)], text["Confirm"],
            LinkedPaths.Confirm(linked.Administrator.UserName!)),
        LinkDecision.Refused { Why: LinkHindrance.ConfirmationOverdue or LinkHindrance.FactorUnproven } => new(HomeTone.Urgent,
            text["TaskConfirm", linked.Administrator.UserName!], null, text["TaskConfirmFirst"], text["Confirm"],
            LinkedPaths.Confirm(linked.Administrator.UserName!)),
        _ => null,
    };

    private async Task<IReadOnlyList<LinkedId>> ReadAsync() => read ??= await links.OfManagerAsync(session.UserId);
}
