using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Portal.TestKit.World;

/// <summary>Rows that each belong to one account.</summary>
public class OwnedRows<T> : StoredRows<T>
    where T : class
{
    private readonly string owner;

    internal OwnedRows(WorldSource source, string owner = "UserId")
        : base(source) => this.owner = owner;

    public Task<long> CountAsync(Guid userId) => CountAsync(Of(userId));

    public Task<TValue?> ReadAsync<TValue>(Guid userId, Expression<Func<T, TValue>> what) => ReadAsync(Of(userId), what);

    public Task ChangeAsync<TValue>(Guid userId, Expression<Func<T, TValue>> property, TValue value) =>
        ChangeAsync(Of(userId), property, value);

    public Task ChangeAsync(Guid userId, Action<UpdateSettersBuilder<T>> set) => ChangeAsync(Of(userId), set);

    private protected Expression<Func<T, bool>> Of(Guid userId) => row => EF.Property<Guid>(row, owner) == userId;
}
