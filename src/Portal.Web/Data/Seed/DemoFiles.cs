using System.Security.Cryptography;
using Portal.Rules.Files;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stored;
using Portal.Web.Files.Stores;

namespace Portal.Web.Data.Seed;

/// <summary>Files of the demonstration, drawn for it; they lie in the database.</summary>
internal static class DemoFiles
{
    /// <summary>Attaches one of the files beside this one.</summary>
    /// <param name="resource">Its name here; its ending says what it is.</param>
    /// <param name="name">Its name on the page.</param>
    public static void Add(DemoSite site, FileOwner owner, (Guid Id, string LoginId, Guid? ContractId) sender, string resource, string name,
        DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(owner);
        var content = Read(resource);
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(at),
            TenantId = site.Tenant.Id,
            UploaderId = sender.Id,
            UploaderName = sender.LoginId,
            ContractId = sender.ContractId,
            Purpose = owner.Kind,
            Owner = owner.Reference,
            FormId = Guid.CreateVersion7(at),
            Name = name,
            Kind = FileKinds.Claimed(resource)!.Value,
            Size = content.Length,
            Hash = SHA256.HashData(content),
            Store = DatabaseFileStore.StoreName,
            State = StoredFileState.Clean,
            ReceivedAt = at,
            AttachedAt = at,
        };
        site.Db.StoredFiles.Add(file);
        site.Db.StoredFileChunks.Add(new StoredFileChunk { TenantId = file.TenantId, FileId = file.Id, Number = 0, Content = content });
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream($"Portal.Web.Data.Seed.Files.{resource}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
