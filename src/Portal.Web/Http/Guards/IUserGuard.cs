using Portal.Web.Data.Entities;

namespace Portal.Web.Http.Guards;

/// <summary>
/// A guard that knows from the one who is signed in alone whether it lets in: menus and links to its page ask it before
/// they show themselves (SAFE-4).
/// </summary>
public interface IUserGuard
{
    /// <param name="who">With its contract.</param>
    bool LetsIn(PortalUser who);
}
