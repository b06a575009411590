using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Tenants;

/// <summary>
/// What a unit of work changed of profiles this node knows with the commit: not before, or it would read the old ones
/// again. Other nodes see it within a second.
/// </summary>
public sealed class ProfileNews(TenantCatalog catalog) : ICommitListener
{
    private bool isChanged;

    public void Tell() => isChanged = true;

    public void Committed()
    {
        if (isChanged)
        {
            isChanged = false;
            catalog.Invalidate();
        }
    }
}
