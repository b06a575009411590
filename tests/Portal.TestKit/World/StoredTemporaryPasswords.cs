using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredTemporaryPasswords : OwnedRows<TemporaryPassword>
{
    internal StoredTemporaryPasswords(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Those that nothing has ended or superseded.</summary>
    public Task<long> CountCurrentAsync(Guid userId) => CountAsync(password => password.UserId == userId && password.EndedAt == null);
}
