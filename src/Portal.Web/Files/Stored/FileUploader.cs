using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Files.Stored;

/// <summary>Who sends a file.</summary>
/// <param name="Id">The account.</param>
/// <param name="LoginId">For the log, also when the account is gone.</param>
/// <param name="ContractId">In whose histories it is told.</param>
public sealed record FileUploader(Guid Id, string LoginId, Guid? ContractId)
{
    public static FileUploader Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new FileUploader(user.Id, user.UserName!, user.ContractId);
    }

    internal static AuditSubject SubjectOf(StoredFile file) => new(file.UploaderId, file.UploaderName, file.ContractId);
}
