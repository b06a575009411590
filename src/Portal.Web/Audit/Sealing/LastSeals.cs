using Microsoft.EntityFrameworkCore;
using Portal.Rules.Audit;
using Portal.Web.Data;

namespace Portal.Web.Audit.Sealing;

/// <summary>How far the chain of the current tenant has come.</summary>
public sealed class LastSeals(PortalDbContext db)
{
    /// <returns>Null where nothing was sealed yet.</returns>
    public async Task<ChainSeal?> ReadAsync(CancellationToken cancellationToken) =>
        (await db.AuditSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancellationToken))?.ToChain();
}
