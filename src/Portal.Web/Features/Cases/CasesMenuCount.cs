using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;

namespace Portal.Web.Features.Cases;

/// <summary>How many cases wait for the customer, in the header of every page (HOME-2).</summary>
public sealed class CasesMenuCount(CaseSights sights, CurrentSession session, UnitOfWork work) : IMenuCount
{
    public string Path => CasePaths.Index;

    public async Task<int?> CountAsync()
    {
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return null;
        }

        var count = await work.RunAsync(() => sights.WaitingFor(reader).Take(HomeCounts.Most).CountAsync());
        return count == 0 ? null : count;
    }
}
