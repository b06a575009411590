using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Provisioning;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.OptionServices;

/// <summary>
/// Option services on the settings top page (LINE-4): those of one's number, or the first of one's numbers; and what
/// the network has not taken.
/// </summary>
public sealed class OptionsHomeSection(PortalDbContext db, CurrentSession session, OptionNumbers numbers, OptionReading reading,
    Offers offers, IStringLocalizer<OptionsText> text) : IHomeSection
{
    private const int Shown = 3;

    public async Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        if (!IsOffered)
        {
            return [];
        }

        var own = (await numbers.OfAsync(session.User)).Select(number => number.Id);
        var states = await db.OptionSettings
            .Where(setting => own.Contains(setting.NumberId)
                && (setting.State == ProvisioningState.Failed || setting.State == ProvisioningState.Retrying))
            .OrderByDescending(setting => setting.State == ProvisioningState.Failed).Select(setting => setting.State)
            .Take(HomeCounts.Most + 1).ToListAsync();
        var path = OptionPaths.Index + "?state=pending";
        var told = text[!states.Contains(ProvisioningState.Failed) ? "TaskText"
            : states.Contains(ProvisioningState.Retrying) ? "TaskTextOfBoth" : "TaskTextFailed"];
        return states.Count == 0 ? [] : [new HomeTask(HomeTone.Soon, text["Task"], states.Count, told, text["TaskAction"], path)];
    }

    public async Task<HomePanel?> PanelAsync()
    {
        if (!IsOffered)
        {
            return null;
        }

        var all = (await numbers.OfAsync(session.User)).AsNoTracking();
        var first = await all.OrderBy(number => number.Order).Take(Shown + 1).ToListAsync();
        return first.Count == 0 ? null : new HomePanel("options", text["Title"], "/Features/OptionServices/_HomeOptions.cshtml",
            new OptionsPanel(await reading.OfAsync([.. first.Take(Shown)]), first.Count > 1));
    }

    private bool IsOffered => session.User.ContractId is not null && offers.HasPage(OptionPaths.Index);
}

/// <param name="IsSeveral">There is a list of numbers.</param>
public sealed record OptionsPanel(IReadOnlyList<NumberOptions> First, bool IsSeveral);
