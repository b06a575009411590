using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Announcements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TitleJa = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SourceJa = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    HtmlJa = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SourceEn = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    HtmlEn = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Audience = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Service = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsPublished = table.Column<bool>(type: "boolean", nullable: false),
                    ShownFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ShownUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HasBanner = table.Column<bool>(type: "boolean", nullable: false),
                    BannerEdition = table.Column<int>(type: "integer", nullable: false),
                    IsOnSignIn = table.Column<bool>(type: "boolean", nullable: false),
                    ViewCount = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Announcements_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementReadings",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnnouncementId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedEdition = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementReadings", x => new { x.TenantId, x.AnnouncementId, x.UserId });
                    table.ForeignKey(
                        name: "FK_AnnouncementReadings_Announcements_TenantId_AnnouncementId",
                        columns: x => new { x.TenantId, x.AnnouncementId },
                        principalTable: "Announcements",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnnouncementReadings_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementReadings_TenantId_UserId",
                table: "AnnouncementReadings",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_TenantId_ContractId",
                table: "Announcements",
                columns: new[] { "TenantId", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_TenantId_HasBanner_ShownFrom",
                table: "Announcements",
                columns: new[] { "TenantId", "HasBanner", "ShownFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_TenantId_ShownFrom_Id",
                table: "Announcements",
                columns: new[] { "TenantId", "ShownFrom", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnnouncementReadings");

            migrationBuilder.DropTable(
                name: "Announcements");
        }
    }
}
