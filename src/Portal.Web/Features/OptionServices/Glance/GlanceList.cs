using Microsoft.EntityFrameworkCore;
using Portal.Rules.Provisioning;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Telephony;
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

    /// <summary>
    /// Digits, however they are grouped, are looked for in the number as people read it, and in its name.
    /// </summary>
    public static IQueryable<LineNumber> Matching(IQueryable<LineNumber> rows, string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return rows;
        }

        if (TextCheck.Find(typed, multiline: false) is not null)
        {
            return rows.Where(_ => false);
        }

        var digits = CanonicalText.PhoneNumber(typed);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return rows.Where(number => number.Name.Contains(typed));
        }

        // The 0 that people read first is not kept: what begins with it begins the number.
        var holds = $"{E164.Prefix}%{digits}%";
        var begins = digits is ['0'] or ['0', not '0', ..] ? $"{E164.Prefix}{digits.TrimStart('0')}%" : holds;
        return rows.Where(number => EF.Functions.Like(number.Number, holds) || EF.Functions.Like(number.Number, begins)
            || number.Name.Contains(typed));
    }

    public async Task<ListPage<NumberOptions>> PageAsync(IQueryable<LineNumber> rows, int? page)
    {
        var found = await rows.PageAsync(rows.OrderBy(number => number.Order).ThenBy(number => number.Number), page);
        return new ListPage<NumberOptions>(await reading.OfAsync(found.Rows), found.Number, found.Size, found.Count);
    }
}
