using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.WorkRequests;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Export.OwnData;
using Portal.Web.Tenancy;

namespace Portal.Web.Export;

/// <summary>
/// All that is stored about one user as one JSON document (PROF-3), as it was at one moment. Secrets and their hashes
/// are not in it: they are of use to nobody but an attacker.
/// </summary>
public sealed class OwnDataFile(TenantWork work)
{
    private const int Batch = 1000;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Into a temporary file first: the reader may be as slow as it likes, the connection is back by then.
    /// </summary>
    public async Task WriteAsync(Stream target, PortalTenant tenant, Guid userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var file = TemporaryFile.Create();
        await MakeAsync(file, tenant, userId, cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(target, cancellationToken);
    }

    private async Task MakeAsync(FileStream file, PortalTenant tenant, Guid userId, CancellationToken cancellationToken)
    {
        await using var scope = work.Enter(tenant, WorkActor.System("export"));
        await using var snapshot = await scope.ServiceProvider.GetRequiredService<Snapshots>().BeginAsync(cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var user = await db.Users.AsNoTracking().Include(row => row.Contract!.Holder).Include(row => row.SignIn)
            .SingleAsync(row => row.Id == userId, cancellationToken);

        // The serializer flushes after each value, and that must not be a synchronous write.
        var pipe = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe, Layout);
        json.WriteStartObject();
        Write(json, "portal", tenant.Slug);
        Write(json, "account", Account(user, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow()));
        await PicturesAsync(json, db, userId, cancellationToken);
        await AccessAsync(json, db, userId, cancellationToken);
        await RoadsAsync(json, db, userId, cancellationToken);
        await MailsAsync(json, db, user, cancellationToken);
        await CasesAsync(json, db, userId, cancellationToken);
        await PointsAsync(json, db, userId, cancellationToken);
        await WorkRequestsAsync(json, db, userId, cancellationToken);
        await OwnReadings.WriteAsync(json, db, userId, Format, cancellationToken);
        await OwnOrders.WriteAsync(json, db, user, Format, cancellationToken);
        await HistoryAsync(json, pipe, scope.ServiceProvider, HistoryScope.Own(user), cancellationToken);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        await pipe.CompleteAsync();
    }

    private static object Account(PortalUser user, DateTimeOffset now) => new
    {
        user.Id,
        LoginId = user.UserName,
        user.Door,
        user.Role,
        Contract = user.Contract is null ? null : new { user.Contract.Number, Holder = user.Contract.Holder!.Name },
        user.Email,
        user.EmailConfirmedAt,
        user.EmailBouncedAt,
        user.FamilyName,
        user.GivenName,
        user.FamilyNameKana,
        user.GivenNameKana,
        user.PreferredName,
        user.Title,
        user.Biography,
        user.Department,
        user.Phone,
        user.MobilePhone,
        user.Language,
        user.TimeZone,
        user.Theme,
        user.CreatedAt,
        user.InvitedAt,
        user.ChangedAt,
        user.ValidUntil,
        user.DisabledAt,
        user.PasswordChangedAt,
        user.MustChangePassword,
        user.Permissions,
        user.WantsSecondFactor,
        user.MustHaveSecondFactor,
        HasPassword = user.PasswordHash is not null,
        HasKeyword = user.KeywordHash is not null,
        SignIn = new
        {
            user.SignIn!.LastSignInAt,
            user.SignIn.LastSignInAddress,
            user.SignIn.LastSignInBrowser,
            Failures = user.SignIn.TotalFailures,
            user.SignIn.FailureAddresses,
            LockedSince = LockFacts.Of(user.SignIn.ToLockout(), now)?.Since,
        },
    };

    private static async Task PicturesAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId, CancellationToken cancellationToken) =>
        Write(json, "picture",
            await db.UserPictures.Where(row => row.UserId == userId).Select(row => new { row.ContentType, row.ChangedAt, row.Content })
            .SingleOrDefaultAsync(cancellationToken));

    /// <summary>One's own cases, and what one has said in any.</summary>
    private static async Task CasesAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        Write(json, "cases", await db.Cases.Where(row => row.AuthorId == userId).OrderBy(row => row.Number)
            .Select(row => new
            {
                row.Number,
                row.Kind,
                row.Subject,
                row.Status,
                row.IsConfidential,
                row.CreatedAt,
                row.UpdatedAt,
                row.ClosedAt
            }).ToListAsync(cancellationToken));
        Write(json, "caseComments", await db.CaseEntries.Where(row => row.AuthorId == userId && !row.IsInternal)
            .Join(db.Cases, row => row.CaseId, found => found.Id, (row, found) => new { Case = found.Number, row.At, Text = row.Source })
            .OrderBy(row => row.At).ToListAsync(cancellationToken));
    }

    /// <summary>Points that one has moved; the balance is the contract's.</summary>
    private static async Task PointsAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId, CancellationToken cancellationToken) =>
        Write(json, "points", await db.PointEntries.Where(row => row.ActorId == userId).OrderBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new { row.At, row.Kind, row.Amount, row.What }).ToListAsync(cancellationToken));

    /// <summary>What one asked for, with what one filled in.</summary>
    private static async Task WorkRequestsAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId,
        CancellationToken cancellationToken) =>
        Write(json, "workRequests", await db.WorkRequests.Where(row => row.AuthorId == userId).OrderBy(row => row.Number)
            .Select(row => new
            {
                Number = WorkRequestNumber.Of(row.Number),
                row.TitleJa,
                row.TitleEn,
                row.Answers,
                row.Cost,
                row.Status,
                row.CreatedAt,
                row.DecidedAt,
                row.Reason
            }).ToListAsync(cancellationToken));

    private static async Task AccessAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        Write(json, "sessions", await db.Sessions.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new
            {
                row.CreatedAt,
                row.LastSeenAt,
                row.ExpiresAt,
                row.EndedAt,
                row.EndReason,
                row.Method,
                row.Address,
                row.Browser
            }).ToListAsync(cancellationToken));
        Write(json, "authenticatorApps", await db.AuthenticatorApps.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.Name, row.CreatedAt, row.ConfirmedAt, row.LastUsedAt }).ToListAsync(cancellationToken));
        Write(json, "passkeys", await db.Passkeys.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.Name, row.CreatedAt, row.LastUsedAt, row.IsBackedUp }).ToListAsync(cancellationToken));
        Write(json, "recoveryCodes",
            await db.RecoveryCodes.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.CreatedAt, row.UsedAt }).ToListAsync(cancellationToken));
        Write(json, "trustedBrowsers", await db.TrustedBrowsers.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.EndedAt, row.Address, row.Browser })
                .ToListAsync(cancellationToken));
    }

    private static async Task RoadsAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        Write(json, "temporaryPasswords", await db.TemporaryPasswords.Where(row => row.UserId == userId).OrderBy(row => row.IssuedAt)
            .Select(row => new { row.Origin, row.IssuedAt, row.ExpiresAt, row.WrongTries, row.EndedAt }).ToListAsync(cancellationToken));
        Write(json, "formerPasswords",
            await db.FormerPasswords.Where(row => row.UserId == userId).OrderBy(row => row.ReplacedAt).Select(row => new { row.ReplacedAt })
            .ToListAsync(cancellationToken));
        Write(json, "mailedLinks", await db.SecurityLinks.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.Purpose, row.Email, row.CreatedAt, row.ExpiresAt, row.UsedAt, row.EndedAt })
                .ToListAsync(cancellationToken));
        Write(json, "emailChanges", await db.EmailChanges.Where(row => row.UserId == userId).OrderBy(row => row.RequestedAt)
            .Select(row => new { row.OldEmail, row.NewEmail, row.RequestedAt, row.CompletedAt, row.UndoneAt, row.CancelledAt })
                .ToListAsync(cancellationToken));
        Write(json, "exports", await db.ExportJobs.Where(row => row.UserId == userId).OrderBy(row => row.RequestedAt)
            .Select(row => new
            {
                row.Kind,
                row.Format,
                row.Filter,
                row.State,
                row.RequestedAt,
                row.FinishedAt,
                row.ExpiresAt,
                row.Rows,
                row.Size,
                row.FileName
            }).ToListAsync(cancellationToken));
        Write(json, "formDrafts",
            await db.FormDrafts.Where(row => row.UserId == userId).Select(row => new { row.Path, row.ExpiresAt })
            .ToListAsync(cancellationToken));
    }

    private static async Task MailsAsync(Utf8JsonWriter json, PortalDbContext db, PortalUser user, CancellationToken cancellationToken) =>
        Write(json, "mails", await db.Outbox.Where(row => row.RecipientUserId == user.Id).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.Kind, row.Recipient, row.Subject, row.Language, row.State, row.CreatedAt, row.SentAt })
                .ToListAsync(cancellationToken));

    private static async Task HistoryAsync(Utf8JsonWriter json, PipeWriter pipe, IServiceProvider services, HistoryScope scope,
        CancellationToken cancellationToken)
    {
        var (query, words) = (services.GetRequiredService<HistoryQuery>(), services.GetRequiredService<HistoryWords>());
        json.WriteStartArray("history");
        KeysetPlace? place = null;
        var filter = new HistoryFilter(null, null, null, OldestFirst: true);
        while (true)
        {
            var batch = await query.BatchAsync(scope, filter, place, Batch, cancellationToken);
            foreach (var row in batch)
            {
                JsonSerializer.Serialize(json, Event(scope, row, words), Format);
            }

            await pipe.FlushAsync(cancellationToken);
            if (batch.Count < Batch)
            {
                json.WriteEndArray();
                return;
            }

            place = batch[^1].Place;
        }
    }

    /// <summary>As the page of the history tells it, in the reader's language.</summary>
    private static object Event(HistoryScope scope, HistoryRow row, HistoryWords words) => new
    {
        row.OccurredAt,
        row.Kind,
        Event = words.Event(row),
        By = words.By(scope, row),
        row.LoginId,
        Address = HistoryWords.Address(scope, row),
        Browser = scope.ShowsPlaceOf(row) ? row.Browser : null,
    };

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Format);
    }
}
