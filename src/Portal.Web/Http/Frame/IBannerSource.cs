namespace Portal.Web.Http.Frame;

/// <summary>
/// What stands above every page of somebody who is signed in (HOME-1); asked in one statement. A feature joins by
/// registering one; the first that has something is shown, because one thing asks for attention at a time.
/// </summary>
public interface IBannerSource
{
    /// <returns>Null where there is nothing to say.</returns>
    Task<BannerNotice?> FindAsync();
}
