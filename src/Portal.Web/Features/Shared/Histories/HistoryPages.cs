using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit.Histories;
using Portal.Web.Data.Keysets;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export.Pdf;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>
/// Reads a history for the screen: one's own, that of a contract, that of a tenant's user; all look and filter alike.
/// </summary>
public sealed class HistoryPages(HistoryQuery query, HistoryKinds kinds, PdfExport pdf, CurrentSession session, CurrentTenant tenant,
    IDisplayTime time, IStringLocalizer<HistoryText> text)
{
    public async Task<HistoryPage> ReadAsync(string title, string path, HistoryScope scope, HistoryInput input, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(state);
        var page = new HistoryPage(title, scope, input, null, 0, tenant.Value.Profile.HistoryDays)
        {
            Path = path,
            MakesLongFiles = scope.Reader != HistoryReader.Staff && session.Acting is null,
            OffersPdf = pdf.IsOffered
        };
        if (Understand(input, state) is not { } filter)
        {
            return page;
        }

        return page with
        {
            Filter = filter,
            Part = await query.PageAsync(scope, filter, KeysetStart.Of(input.After, input.Before)),
            Total = await query.CountAsync(scope, filter),
        };
    }

    /// <summary>The conditions, or null with what is wrong in the model state.</summary>
    private HistoryFilter? Understand(HistoryInput input, ModelStateDictionary state)
    {
        state.Clear();
        input.Understand(kinds);
        var days = input.Days(time.StartOfDay);
        return days.Check(state, field => text["DateUnreal", text[field]], text["PeriodReversed"])
            ? new HistoryFilter(input.Group, days.Since, days.Until, input.OldestFirst)
            : null;
    }
}
