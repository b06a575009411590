using Microsoft.EntityFrameworkCore;
using Portal.Rules.Provisioning;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Lists;

namespace Portal.Web.Features.OptionServices.Glance;

/// <summary>
/// The numbers that this account sets, with all their services: one query for the page, one for services.
/// </summary>
public sealed class GlanceList(PortalDbContext db, OptionNumbers numbers, OptionReading reading, CurrentSession session)
{
    private static readonly ProvisioningState[] Pending =
        [ProvisioningState.Applying, ProvisioningState.Retrying, ProvisioningState.Failed];

    public async Task<IQueryable<LineNumber>> AllAsync() => (await numbers.OfAsync(session.User)).AsNoTracking();

    public IQueryable<LineNumber> OnTheWay(IQueryable<LineNumber> rows) =>
        rows.Where(number => db.OptionSettings.Any(setting => setting.NumberId == number.Id && Pending.Contains(setting.State)));

    public static IQueryable<LineNumber> Matching(IQueryable<LineNumber> rows, string? typed)
    {
        // National digits, however they were grouped, are the end of the canonical form.
        var digits = new string([.. (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length > 0
            ? rows.Where(number => number.Number.Contains(digits))
            : string.IsNullOrEmpty(typed) ? rows
            : TextCheck.Find(typed, multiline: false) is not null ? rows.Where(_ => false)
            : rows.Where(number => number.Name.Contains(typed));
    }

    public async Task<ListPage<NumberOptions>> PageAsync(IQueryable<LineNumber> rows, int? page)
    {
        var found = await rows.PageAsync(rows.OrderBy(number => number.Order).ThenBy(number => number.Number), page);
        return new ListPage<NumberOptions>(await reading.OfAsync(found.Rows), found.Number, found.Size, found.Count);
    }
}
