using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Files;
using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stores;

namespace Portal.Web.Tests.Files.Stored;

/// <summary>What every store of contents does; the same tests for each of them.</summary>
public abstract class StoreContract(string name) : FilesTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    [InlineData(3_000_000)]
    public async Task CASE_1_WhatIsWritten_IsReadAgain(int length)
    {
        var (key, content) = (await KeyAsync(), RandomNumberGenerator.GetBytes(length));
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream(content), CancellationToken.None));
        (await ReadAsync(key)).ShouldBe(content);
    }

    [Fact]
    public async Task CASE_1_WhatIsWrittenAgain_IsTheNewOne()
    {
        var key = await KeyAsync();
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream(new byte[600_000]), CancellationToken.None));
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream([1, 2, 3]), CancellationToken.None));
        (await ReadAsync(key)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task FI_10_WhatIsNotThere_IsSaidToBeMissing_AndDeletingItIsNoFailure()
    {
        var key = await KeyAsync();
        (await ReadAsync(key)).ShouldBeNull();
        await OnStoreAsync(store => store.DeleteAsync(key, CancellationToken.None));
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream([1]), CancellationToken.None));
        await OnStoreAsync(store => store.DeleteAsync(key, CancellationToken.None));
        (await ReadAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task CASE_1_ThroughTheWholeKit_AFileComesBackAndGoes()
    {
        var browser = await SignedInAsync();
        var content = SamplePictures.Png(64, 64);
        var id = await AttachAsync(browser, "写真.png", content);
        (await App.World.Files.ReadAsync(file => file.Store)).ShouldBe(name);
        (await browser.GetAsync(Download(id))).ShouldBeOk().Content.ShouldBe(content);
        await InTenantAsync(files => files.ReleaseAllAsync(new Portal.Web.Files.Stored.FileOwner("sample", Sender)));
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync(), await CountAsync()).ShouldBe((0, 0));
    }

    /// <summary>How many contents, or pieces of them, lie there.</summary>
    protected abstract Task<int> CountAsync();

    protected Task OnStoreAsync(Func<IFileStore, Task> act) => App.WithServicesAsync(async services =>
    {
        var tenant = await services.GetRequiredService<Portal.Web.Tenancy.TenantCatalog>().FindBySlugAsync(Tenant);
        await using var scope = services.GetRequiredService<Portal.Web.Tenancy.TenantWork>()
            .Enter(tenant!, Portal.Web.Tenancy.WorkActor.System("test"));
        await act(scope.ServiceProvider.GetRequiredService<FileStores>().Of(name));
    });

    protected async Task<byte[]?> ReadAsync(FileKey key)
    {
        using var read = new MemoryStream();
        var isThere = false;
        await OnStoreAsync(async store => isThere = await store.CopyToAsync(key, read, CancellationToken.None));
        return isThere ? read.ToArray() : null;
    }

    /// <summary>Of a row that is only being received.</summary>
    protected async Task<FileKey> KeyAsync()
    {
        var tenant = await App.QueryAsync(Tenant, db => Task.FromResult(db.Scope.Current));
        var row = new StoredFile
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(),
            UploaderId = Sender,
            UploaderName = SenderId,
            Purpose = "sample",
            Name = "a.txt",
            Kind = FileKind.Text,
            Hash = new byte[32],
            Store = name,
            ReceivedAt = App.Time.GetUtcNow(),
            KeptUntil = App.Time.GetUtcNow().AddHours(1),
        };
        await App.World.Files.AddAsync(row);
        return new FileKey(tenant, row.Id);
    }
}

public sealed class FilesInTheDatabase() : StoreContract("database")
{
    [Fact]
    public async Task FI_10_WhatAKilledNodeLeft_IsClearedAway()
    {
        var key = await KeyAsync();
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream(new byte[600_000]), CancellationToken.None));
        (await RemovalsAsync()).ShouldBe(0);
        App.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync(), await CountAsync()).ShouldBe((0, 0));
    }

    protected override async Task<int> CountAsync() => (int)await App.World.FileChunks.CountAsync();
}

public sealed class FilesInAFolder() : StoreContract("directory")
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-files-");

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Portal:Files:Store"] = "Directory",
        ["Portal:Files:Directory"] = folder.FullName,
    };

    [Fact]
    public async Task FI_02_NothingOfAName_ReachesTheFolder()
    {
        var browser = await SignedInAsync();
        await AttachAsync(browser, "../../秘密.txt", Text("a"));
        Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).ShouldHaveSingleItem()
            .ShouldMatch(@"/[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{32}\z");
    }

    [Fact]
    public async Task FI_10_AWriteThatBreaksOff_LeavesNothing()
    {
        var key = await KeyAsync();
        await Should.ThrowAsync<IOException>(() =>
            OnStoreAsync(store => store.WriteAsync(key, new BreakingStream(200_000), CancellationToken.None)));
        (await CountAsync()).ShouldBe(0);
    }

    protected override Task<int> CountAsync() =>
        Task.FromResult(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Length);

    protected override Task EndAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class FilesInABucket() : StoreContract("s3")
{
    private S3StandIn bucket = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Portal:Files:Store"] = "S3",
        ["Portal:Files:S3:Url"] = bucket.Url,
        ["Portal:Files:S3:Bucket"] = S3StandIn.Bucket,
        ["Portal:Files:S3:Prefix"] = "files/",
        ["Portal:Files:S3:AccessKey"] = S3StandIn.AccessKey,
        ["Portal:Files:S3:SecretKey"] = S3StandIn.SecretKey,
        ["Portal:Files:S3:TimeoutSeconds"] = "5",
    };

    [Fact]
    public async Task CASE_1_EveryRequestIsSigned_AndWhatFailsForAMomentIsTriedAgain()
    {
        var key = await KeyAsync();
        bucket.Failures = 2;
        bucket.Delay = TimeSpan.FromMilliseconds(200);
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream([1, 2, 3]), CancellationToken.None));
        (await ReadAsync(key)).ShouldBe([1, 2, 3]);
        bucket.NotSigned.ShouldBeEmpty();
        bucket.Objects.Keys.ShouldHaveSingleItem().ShouldStartWith("files/");
    }

    [Fact]
    public async Task FI_10_ABucketThatIsGone_LeavesNoFile()
    {
        var browser = await SignedInAsync();
        bucket.Failures = 1000;
        var answer = await SendAsync(browser, await FormAsync(browser), "a.txt", Text("a"));
        StatusOf(answer).ShouldBe(System.Net.HttpStatusCode.InternalServerError);
        bucket.Failures = 0;
        App.Time.Advance(TimeSpan.FromHours(2));
        await RemovalsAsync();
        (await App.World.Files.CountAsync(), await CountAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task FI_10_WhatCannotBeRemoved_IsLeftForAnHour_AndKeepsNoOtherBack()
    {
        var key = await KeyAsync();
        await OnStoreAsync(store => store.WriteAsync(key, new MemoryStream([1]), CancellationToken.None));
        App.Time.Advance(TimeSpan.FromHours(2));
        bucket.Failures = 1000;
        (await RemovalsAsync()).ShouldBe(0);
        (await App.World.Files.ReadAsync(file => file.KeptUntil)).ShouldBe(App.Time.GetUtcNow().AddHours(1));

        bucket.Failures = 0;
        (await RemovalsAsync()).ShouldBe(0);
        App.Time.Advance(TimeSpan.FromHours(1));
        (await RemovalsAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync(), await CountAsync()).ShouldBe((0, 0));
    }

    protected override Task<int> CountAsync() => Task.FromResult(bucket.Objects.Count);

    protected override async Task PrepareAsync() => bucket = await S3StandIn.StartAsync();

    protected override Task EndAsync() => bucket.DisposeAsync().AsTask();
}
