namespace Portal.Web.Features.Shared.Files;

/// <summary>
/// The tenant that files are sent to: users are in it, the staff says which one of those it looks after (ADMIN-11).
/// </summary>
public interface IFilePlace
{
    /// <param name="site">As the address says it; null where it says nothing.</param>
    /// <returns>What leaves the tenant again; null where no file is taken for that.</returns>
    Task<IDisposable?> EnterAsync(string? site);
}
