using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Headers;

namespace Portal.Web.Features.Cases;

/// <summary>How many cases wait for the customer, in the header of every page (HOME-2).</summary>
public sealed class CasesMenuCount(CaseSights sights, CurrentSession session) : IHeaderCount
{
    public string Path => CasePaths.Index;

    public IQueryable<Guid>? Rows() =>
        CaseReader.Of(session.User) is { } reader ? sights.WaitingFor(reader).Select(row => row.Id) : null;
}
