using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>
/// The rows of one kind, of all tenants. What is changed here is changed as by another program: nothing is stamped and
/// nothing is recorded.
/// </summary>
public class StoredRows<T>
    where T : class
{
    internal StoredRows(WorldSource source) => Source = source;

    private protected WorldSource Source { get; }

    public async Task<long> CountAsync(Expression<Func<T, bool>>? which = null)
    {
        await using var db = Source.Open();
        return await Rows(db, which).LongCountAsync();
    }

    /// <summary>Of the first row; nothing when there is none.</summary>
    public Task<TValue?> ReadAsync<TValue>(Expression<Func<T, TValue>> what) => ReadAsync(null, what);

    public async Task<TValue?> ReadAsync<TValue>(Expression<Func<T, bool>>? which, Expression<Func<T, TValue>> what)
    {
        await using var db = Source.Open();
        return await Rows(db, which).Select(what).FirstOrDefaultAsync();
    }

    /// <summary>Of every row, in no order.</summary>
    public Task<IReadOnlyList<TValue>> ListAsync<TValue>(Expression<Func<T, TValue>> what) => AskAsync(rows => rows.Select(what));

    /// <summary>Whatever else a test wants to know.</summary>
    public async Task<IReadOnlyList<TValue>> AskAsync<TValue>(Func<IQueryable<T>, IQueryable<TValue>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        await using var db = Source.Open();
        return await ask(Rows(db, null)).ToListAsync();
    }

    public Task ChangeAsync<TValue>(Expression<Func<T, bool>> which, Expression<Func<T, TValue>> property, TValue value) =>
        ChangeAsync(which, set => set.SetProperty(property, value));

    public Task ChangeAllAsync<TValue>(Expression<Func<T, TValue>> property, TValue value) =>
        ChangeAllAsync(set => set.SetProperty(property, value));

    public async Task ChangeAsync(Expression<Func<T, bool>> which, Action<UpdateSettersBuilder<T>> set)
    {
        await using var db = Source.Open();
        await Rows(db, which).ExecuteUpdateAsync(set);
    }

    public async Task ChangeAllAsync(Action<UpdateSettersBuilder<T>> set)
    {
        await using var db = Source.Open();
        await Rows(db, null).ExecuteUpdateAsync(set);
    }

    /// <summary>As it is given, with its own tenant.</summary>
    public async Task AddAsync(params IReadOnlyCollection<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await using var db = Source.Open(rows.OfType<ITenantOwned>().Select(row => row.TenantId).Distinct());
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>So many rows like the only one that is there, each different where the test says so.</summary>
    public async Task CopyAsync(Expression<Func<T, bool>> which, int times, Action<T, int> differ)
    {
        ArgumentNullException.ThrowIfNull(differ);
        await using var db = Source.Open();
        var row = db.Entry(await Rows(db, which).SingleAsync());
        var copies = Enumerable.Range(1, times).Select(number =>
        {
            var copy = (T)row.CurrentValues.ToObject();
            differ(copy, number);
            return copy;
        });
        await AddAsync([.. copies]);
    }

    /// <summary>As nobody does but by hand.</summary>
    public async Task RemoveAsync(Expression<Func<T, bool>> which)
    {
        await using var db = Source.Open();
        await Rows(db, which).ExecuteDeleteAsync();
    }

    public async Task ClearAsync()
    {
        await using var db = Source.Open();
        await Rows(db, null).ExecuteDeleteAsync();
    }

    /// <summary>
    /// The rows that have the text in any of their columns, in capitals or not: what is secret is in none of them.
    /// </summary>
    public async Task<long> CountMentioningAsync(string text)
    {
        await using var db = Source.Open();
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
#pragma warning disable EF1002, EF1003 // the table's name is the model's
        return await db.Database.SqlQueryRaw<long>(
            $$"""SELECT count(*) AS "Value" FROM "{{table}}" AS line WHERE strpos(lower(line::text), lower({0})) > 0""",
            text).SingleAsync();
#pragma warning restore EF1002, EF1003
    }

    private protected static IQueryable<T> Rows(DbContext db, Expression<Func<T, bool>>? which)
    {
        var rows = db.Set<T>().IgnoreQueryFilters().AsNoTracking();
        return which is null ? rows : rows.Where(which);
    }

    /// <summary>What no act does, such as a right that is taken away; without parameters.</summary>
    private protected async Task RunAsync(string sql)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
