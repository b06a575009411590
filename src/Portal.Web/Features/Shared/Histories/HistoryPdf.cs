using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Export;
using Portal.Web.Export.Pdf;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>
/// A history on paper, which says of itself what the screen around it says: whose portal, whose history, which time,
/// which zone, and when it was made (HIST-3).
/// </summary>
public sealed class HistoryPdf(PdfExport pdf, PortalDbContext db, CurrentTenant tenant, HistoryWords words, IDisplayTime time,
    TimeProvider clock, IStringLocalizer<HistoryText> text)
{
    public bool IsOffered => pdf.IsOffered;

    public async Task<StreamedDownload> DownloadAsync(HistoryPage page, HistoryOrder order, ExportTable table)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(order);
        var now = clock.GetUtcNow();
        var heading = new PdfHeading(tenant.Value.Profile.Name.ToString(), text["PdfPrinted", Moment(now)], await FactsAsync(page, now));
        return new StreamedDownload(order.FileName(now, "pdf"), PdfExport.ContentType,
            (target, cancelled) => pdf.WriteAsync(target, heading, table, cancelled));
    }

    private async Task<IReadOnlyList<string>> FactsAsync(HistoryPage page, DateTimeOffset now)
    {
        var period = text["PdfPeriod", DayRange.Day(page.Input.From) is { } first ? Written(first) : Day(now.AddDays(-page.Days)),
            DayRange.Day(page.Input.To) is { } last ? Written(last) : Day(now), time.ZoneInWords];
        string[] facts = [await WhomAsync(page.Scope), period];
        return page.Input.Group is { } group ? [.. facts, text["PdfGroup", words.Group(group)]] : facts;
    }

    private async Task<string> WhomAsync(HistoryScope scope)
    {
        if (scope.UserId is { } id)
        {
            var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == id);
            return user.DisplayName == user.UserName
                ? text["PdfWhomById", user.UserName!]
                : text["PdfWhom", user.DisplayName, user.UserName!];
        }

        return text["PdfContract",
            await db.Contracts.Where(contract => contract.Id == scope.ContractId).Select(contract => contract.Number).SingleAsync()];
    }

    // Whoever holds the paper does not know the zone of whoever printed it: it is always named (FILE-2).
    private string Moment(DateTimeOffset moment) =>
        MomentText.Of(time.ToZone(moment), TimeStyle.List, CultureInfo.CurrentUICulture) + time.ZoneInWords;

    private string Day(DateTimeOffset moment) => MomentText.Of(time.ToZone(moment), TimeStyle.Date, CultureInfo.CurrentUICulture);

    private static string Written(DateOnly day) =>
        MomentText.Of(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), TimeStyle.Date, CultureInfo.CurrentUICulture);
}
