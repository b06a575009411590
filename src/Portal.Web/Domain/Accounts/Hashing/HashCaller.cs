namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>In which of the two queues somebody waits for a password hash.</summary>
public enum HashQueue
{
    /// <summary>Anybody may be here, and in any number.</summary>
    Strangers,

    /// <summary>
    /// Only who has shown something that an account gave out: a device cookie, a session, a mailed link.
    /// </summary>
    Known,
}

/// <summary>Who asks for a password hash, as far as shares go.</summary>
/// <param name="Queue">Strangers and known ones take turns and fill only their own places.</param>
/// <param name="Tenant">Tenants take turns within a queue.</param>
/// <param name="Address">Network addresses take turns within a tenant,
/// and hold a bounded number of places over all tenants.</param>
/// <param name="Lane">Of one lane one is hashed at a time, and few wait: the login ID, existing or not.</param>
public sealed record HashCaller(HashQueue Queue, Guid Tenant, string Address, string Lane);
