using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Export;

/// <summary>
/// A kind of list that can become a file made by a job. It alone understands what a job of its kind asks for; queue,
/// worker, mail and download are the same for all.
/// </summary>
public interface IExportSource
{
    /// <summary>The word for it in <see cref="ExportJob.Kind"/> and in the audit log.</summary>
    string Kind { get; }

    /// <summary>The rows that the job's owner saw on the screen, in the language that is current.</summary>
    /// <param name="counted">Told the number of rows before the first one leaves.</param>
    ExportTable Table(PortalTenant tenant, ExportJob job, Func<int, Task> counted);

    /// <summary>
    /// May the signed-in owner of the job have the file? Asked again at every download: rights may have ended since
    /// (AZ-20).
    /// </summary>
    Task<bool> MayFetchAsync(ExportJob job);
}
