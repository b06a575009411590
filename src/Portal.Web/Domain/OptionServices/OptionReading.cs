using Microsoft.EntityFrameworkCore;
using Portal.Rules.OptionServices;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.OptionServices;

/// <summary>A number with its services.</summary>
/// <param name="Rows">Those that were ever saved; not tracked.</param>
public sealed record NumberOptions(LineNumber Number, IReadOnlyList<OptionSetting> Rows)
{
    public OptionSetting? Row(OptionService service) => Rows.FirstOrDefault(row => row.Service == service);

    public OptionSettings Settings(OptionService service) => OptionJson.Read(service, Row(service));

    public T Settings<T>()
        where T : OptionSettings, new() => OptionJson.Read(new T().Service(), Row(new T().Service())) as T ?? new T();
}

/// <summary>Reads option services for the one who sets them, and for those who list accounts.</summary>
public sealed class OptionReading(PortalDbContext db, OptionNumbers numbers)
{
    /// <returns>Null for a number that is not this account's.</returns>
    public async Task<NumberOptions?> FindAsync(PortalUser user, string digits) => await numbers.FindAsync(user, digits) is { } number
        ? new NumberOptions(number, await RowsAsync([number.Id]))
        : null;

    /// <summary>Several numbers with their services, in the order given; one query.</summary>
    public async Task<IReadOnlyList<NumberOptions>> OfAsync(IReadOnlyList<LineNumber> some)
    {
        ArgumentNullException.ThrowIfNull(some);
        var rows = (await RowsAsync([.. some.Select(number => number.Id)])).ToLookup(row => row.NumberId);
        return [.. some.Select(number => new NumberOptions(number, [.. rows[number.Id]]))];
    }

    /// <summary>
    /// Which services are in use at the numbers that these accounts sign in with (LINK-2); one query for a page of
    /// them.
    /// </summary>
    /// <returns>Accounts without any are left out.</returns>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OptionService>>> InUseAsync(IReadOnlyCollection<Guid> accounts)
    {
        var rows = await db.OptionSettings.Where(row => row.IsInUse && accounts.Contains(row.Number!.UserId!.Value))
            .Select(row => new { UserId = row.Number!.UserId!.Value, row.Service }).Distinct().ToListAsync();
        return rows.GroupBy(row => row.UserId, row => row.Service)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<OptionService>)[.. group.Order()]);
    }

    private Task<List<OptionSetting>> RowsAsync(IReadOnlyList<Guid> some) =>
        db.OptionSettings.AsNoTracking().Where(row => some.Contains(row.NumberId)).ToListAsync();
}
