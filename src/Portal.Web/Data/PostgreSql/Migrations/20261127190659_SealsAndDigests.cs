using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SealsAndDigests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RecordedAt",
                table: "AuditEvents",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(2000, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateTable(
                name: "AuditLeaves",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLeaves", x => new { x.TenantId, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    FirstPlace = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    SealedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NewestAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SettledUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Previous = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Root = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => new { x.TenantId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CaseDigestItems",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDigestItems", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_CaseDigestItems_Cases_TenantId_CaseId",
                        columns: x => new { x.TenantId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDigestItems_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire', 'TakeBack')");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_TenantId_RecipientUserId_CreatedAt",
                table: "Outbox",
                columns: new[] { "TenantId", "RecipientUserId", "CreatedAt" },
                filter: "\"RecipientUserId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_CreatedAt_Id",
                table: "Cases",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_Status_CreatedAt",
                table: "Cases",
                columns: new[] { "TenantId", "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_TenantId_RecordedAt_OccurredAt_Id",
                table: "AuditEvents",
                columns: new[] { "TenantId", "RecordedAt", "OccurredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditLeaves_TenantId_EventId",
                table: "AuditLeaves",
                columns: new[] { "TenantId", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_TenantId_FirstPlace",
                table: "AuditSeals",
                columns: new[] { "TenantId", "FirstPlace" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseDigestItems_TenantId_CaseId",
                table: "CaseDigestItems",
                columns: new[] { "TenantId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDigestItems_TenantId_DueAt_UserId",
                table: "CaseDigestItems",
                columns: new[] { "TenantId", "DueAt", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDigestItems_TenantId_UserId_EventId",
                table: "CaseDigestItems",
                columns: new[] { "TenantId", "UserId", "EventId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditLeaves");

            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropTable(
                name: "CaseDigestItems");

            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_TenantId_RecipientUserId_CreatedAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_CreatedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_Status_CreatedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_TenantId_RecordedAt_OccurredAt_Id",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "AuditEvents");

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire')");
        }
    }
}
