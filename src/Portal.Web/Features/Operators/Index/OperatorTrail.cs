using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Index;

/// <summary>
/// The way to a page of this feature, the same for all of them: home, the list as it was left, the one it is about.
/// </summary>
public sealed class OperatorTrail(PageContext page, OperatorWords words, Delegates delegates, CurrentSession session,
    IHttpContextAccessor accessor)
{
    public void ToList() => ToList(List);

    /// <param name="list">What the list showed.</param>
    public void ToList(OperatorFilter list)
    {
        ArgumentNullException.ThrowIfNull(list);
        page.Crumb(page.HomeTitle, HomePaths.Home);
        // A child has one page here, its own, and no list above it (OPER-4).
        if (session.Role == AccountRole.Manager || delegates.MayInContract(session.User, DelegatedAct.See))
        {
            page.Crumb(words.ManyTitle, OperatorPaths.Index + list.ToQueryString());
        }
    }

    public void ToOne(PortalUser subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ToList();
        var name = subject.DisplayName == subject.UserName ? words.Named(subject) : subject.DisplayName;
        page.Crumb(name, OperatorPaths.Show(subject.Id) + List.Carry);
    }

    private OperatorFilter List => OperatorFilter.Returning(accessor.HttpContext!.Request);
}
